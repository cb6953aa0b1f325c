import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { JsonObject } from '@backstage/types';
import type { ClusterEntry } from './clusterEntry';
import { componentOf } from './startBackend';

/** What a portal watches. */
export interface PortalOptions {
  clusters: ClusterEntry[];
  /** The entities of the catalog, each an instance of the same name unless its annotations say otherwise. */
  entities: Record<string, Record<string, string>>;
  /** How far Secrets are read, by the name of the cluster. */
  tiers?: Record<string, SecretTier>;
  /** The hosts of the repositories that instances are compared with; they are compared with none when omitted. */
  integrations?: JsonObject;
}

/** The part of a portal's configuration that says what it watches. */
export function configOf(options: PortalOptions): JsonObject {
  const { clusters, tiers = {}, integrations } = options;
  const config = {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters }],
    },
    alexandria: {
      clusters: Object.entries(tiers).map(([name, secretTier]) => ({
        name,
        secretTier,
      })),
      drift: { enabled: integrations !== undefined, interval: '1s' },
    },
    integrations,
  };
  // A plain value, as a file would have it.
  return JSON.parse(JSON.stringify(config));
}

export const entitiesOf = ({ entities }: PortalOptions) =>
  Object.entries(entities).map(([name, annotations]) =>
    componentOf(name, annotations),
  );
