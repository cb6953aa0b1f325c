import type { Entity } from '@backstage/catalog-model';
import type { ConfigApi } from '@backstage/frontend-plugin-api';
import type { DeploymentStatus } from '../DeploymentStatus';
import { deploymentName } from '../words/deploymentKey';
import { fillTemplate } from './fillTemplate';

/** What a link leads to, which decides its icon. */
export type LinkKind = 'gitops' | 'dashboard' | 'logs' | 'other';

export interface InstanceLink {
  kind: LinkKind;
  /** Absent for a link of an annotation, which is named by its kind. */
  title?: string;
  url: string;
}

/** Annotations whose value is the template of a link. */
const annotationsOf = {
  gitops: 'alexandriaproject.io/gitops-url',
  dashboard: 'alexandriaproject.io/dashboard-url',
  logs: 'alexandriaproject.io/logs-url',
} as const;

const kinds = Object.keys(annotationsOf) as (keyof typeof annotationsOf)[];

const isKind = (kind: string): kind is LinkKind =>
  kind === 'other' || kinds.some(each => each === kind);

/**
 * Links to what other tools know of a Deployment: those of the entity's annotations, then those of the portal's
 * configuration. A link that needs something that is not known is left out.
 */
export function instanceLinks(
  config: ConfigApi,
  entity: Entity,
  deployment: DeploymentStatus,
): InstanceLink[] {
  const annotations = entity.metadata.annotations ?? {};
  const values = {
    ...deploymentName(deployment),
    entity: entity.metadata.name,
    environment: deployment.environment,
  };
  const own = kinds.flatMap(kind => {
    const template = annotations[annotationsOf[kind]];
    const url = template && fillTemplate(template, values);
    return url ? [{ kind, url }] : [];
  });
  const configured = (
    config.getOptionalConfigArray('alexandria.links') ?? []
  ).flatMap(link => {
    const annotation = link.getOptionalString('annotation');
    const url = fillTemplate(link.getString('url'), {
      ...values,
      annotation: annotation && annotations[annotation],
    });
    const isWanted = annotation === undefined || annotations[annotation];
    const kind = link.getOptionalString('kind') ?? 'other';
    return url && isWanted
      ? [
          {
            kind: isKind(kind) ? kind : ('other' as const),
            title: link.getString('title'),
            url,
          },
        ]
      : [];
  });
  return [...own, ...configured];
}
