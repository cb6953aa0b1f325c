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
    /** When the owners of instances are told by the portal's notifications that one became unhealthy or recovered. */
    notifications?: {
      /** Whether they are; false when absent. The portal needs the notifications plugin. */
      enabled?: boolean;
      /** For how long a Deployment has to be known to be unhealthy before that is told, a week at most: 5 minutes when absent. */
      unhealthyAfter?: HumanDuration | string;
      /** For how long one that was told to be unhealthy has to be known to be healthy, a week at most: 5 minutes when absent. */
      recoveredAfter?: HumanDuration | string;
      /** For how long nothing is told of a Deployment after something was, a week at most: 15 minutes when absent. */
      quietPeriod?: HumanDuration | string;
      /** Of which the worst finding of a Deployment has to be; `critical` and `warning` when absent. */
      severities?: Array<'critical' | 'warning' | 'info'>;
    };
  };
}
