import { HumanDuration } from '@backstage/types';

export interface Config {
  alexandria?: {
    /** What is special about single clusters of `kubernetes.clusterLocatorMethods`. */
    clusters?: Array<{
      /** The name of the cluster there. */
      name: string;
      /**
       * How far Secrets may be read in it: 0 not at all, which is the default; 1 their metadata, which tells presence, age
       * and keys; 2 whole, reduced at once to which keys are there, which are empty, and when certificates end. For 1 and
       * 2 the identity needs `rbac/tier-1.yaml` or `rbac/tier-2.yaml`.
       */
      secretTier?: 0 | 1 | 2 | '0' | '1' | '2';
    }>;
    /** How instances are compared with the values in their repositories. */
    drift?: {
      /** Whether they are; false when absent. */
      enabled?: boolean;
      /** How often a repository is asked whether something changed, between a second and a day: 10 minutes when absent. */
      interval?: HumanDuration | string;
    };
  };
}
