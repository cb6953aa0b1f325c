import type { KubernetesItem } from '../../watch/KubernetesItem';
import { pick } from './pick';

/** The variable that the chart gives the URL of Postgres in: `envNames.databaseUrl` of its assumptions. */
const DATABASE_URL = 'ALEXANDRIA_DATABASE_URL';

/** Which key of a Secret holds the URL of a Deployment's Postgres. */
export interface DatabaseReference {
  secret: string;
  key: string;
}

interface Variable {
  name?: unknown;
  valueFrom?: { secretKeyRef?: { name?: unknown; key?: unknown } };
}

const SHAPE = {
  spec: {
    template: {
      spec: {
        containers: {
          env: {
            name: true,
            valueFrom: { secretKeyRef: { name: true, key: true } },
          },
        },
      },
    },
  },
} as const;

interface Picked {
  spec: { template: { spec: { containers: { env?: Variable[] }[] } } };
}

/**
 * Where the URL of a Deployment's Postgres is, as its pod template says: the chart has no other place for it than a Secret, since
 * it holds a password. What the URL is stays there.
 *
 * @returns undefined for SQLite, and for a variable that is given otherwise
 */
export function databaseOf(
  deployment: KubernetesItem,
): DatabaseReference | undefined {
  const picked = pick(deployment, SHAPE) as Partial<Picked> | undefined;
  const containers = picked?.spec?.template?.spec?.containers;
  if (!Array.isArray(containers)) {
    return undefined;
  }
  return containers
    .flatMap(({ env }) => (Array.isArray(env) ? env : []))
    .filter(({ name }) => name === DATABASE_URL)
    .flatMap(({ valueFrom }): DatabaseReference[] => {
      const { name, key } = valueFrom?.secretKeyRef ?? {};
      return typeof name === 'string' && typeof key === 'string'
        ? [{ secret: name, key }]
        : [];
    })
    .at(0);
}
