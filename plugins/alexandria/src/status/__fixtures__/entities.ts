import type { Entity } from '@backstage/catalog-model';

/** An entity as the template writes it. */
export function entityOf(
  name: string,
  more: {
    annotations?: Record<string, string>;
    lifecycle?: string;
    links?: Entity['metadata']['links'];
  } = {},
): Entity {
  const {
    annotations = { 'backstage.io/kubernetes-id': name },
    lifecycle = 'production',
    links,
  } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description: `Alexandria EE, ${name}`,
      annotations,
      tags: ['alexandria'],
      ...(links ? { links } : {}),
    },
    spec: { type: 'service', lifecycle, owner: 'group:default/platform' },
  };
}
