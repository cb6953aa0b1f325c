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
  };
}
