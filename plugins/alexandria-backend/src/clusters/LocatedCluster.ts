import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';

/** A cluster of the portal's `kubernetes` configuration: how to reach it, or why it cannot be watched. */
export type LocatedCluster =
  | { name: string; title?: string; details: ClusterDetails }
  | { name: string; title?: string; problem: string };
