import type {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';

/** A cluster of the portal's `kubernetes` configuration that can be watched. */
export interface ReachableCluster {
  name: string;
  title?: string;
  details: ClusterDetails;
  /** How the portal gets credentials for it. */
  strategy: AuthenticationStrategy;
}

/** One that cannot be, and why: a clause that follows its name. */
export interface UnusableCluster {
  name: string;
  title?: string;
  problem: string;
}

export type LocatedCluster = ReachableCluster | UnusableCluster;
