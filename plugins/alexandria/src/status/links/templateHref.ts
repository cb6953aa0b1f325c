import { DISCOVERED_TAG } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** Where the form of a template is; undefined where the portal has none. */
export type TemplateRoute =
  | ((template: { namespace: string; templateName: string }) => string)
  | undefined;

/** The templates about an instance that is there. */
const templates = {
  change: 'change-alexandria-instance',
  retire: 'retire-alexandria-instance',
};

/**
 * The form that changes an instance or takes it out of service, with the instance filled in.
 *
 * @returns undefined where the portal has no forms, and for what nobody has registered: it has no repository
 */
export function templateHref(
  route: TemplateRoute,
  entity: Entity,
  kind: keyof typeof templates,
): string | undefined {
  if (!route || entity.metadata.tags?.includes(DISCOVERED_TAG)) {
    return undefined;
  }
  const form = route({ namespace: 'default', templateName: templates[kind] });
  const formData = JSON.stringify({ entityRef: stringifyEntityRef(entity) });
  return `${form}?${new URLSearchParams({ formData })}`;
}
