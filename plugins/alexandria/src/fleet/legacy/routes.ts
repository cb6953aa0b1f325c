import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the fleet. */
export const fleetRouteRef = createRouteRef({ id: 'alexandria:fleet' });

/** The form of a template, for whoever has no instance yet. */
export const createInstanceRouteRef = createExternalRouteRef({
  id: 'alexandria:create-instance',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
