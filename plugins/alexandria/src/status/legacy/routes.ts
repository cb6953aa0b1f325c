import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of an instance, below that of its entity. */
export const instanceRouteRef = createRouteRef({ id: 'alexandria:instance' });

/** The same as the card sees it: a portal may have the card without the page. */
export const instancePageRouteRef = createExternalRouteRef({
  id: 'alexandria:instance-page',
  optional: true,
  defaultTarget: 'alexandria.instance',
});

/** The form of a template: a portal may be without the scaffolder. */
export const legacyTemplateRouteRef = createExternalRouteRef({
  id: 'alexandria:template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
