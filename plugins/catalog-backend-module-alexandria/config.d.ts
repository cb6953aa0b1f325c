import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      /** Instances of Alexandria that run and are not registered are brought into the catalog when this is present. */
      alexandria?: {
        /** Who owns an instance without a label that says so: a reference of an entity, of kind Group unless it says otherwise. */
        fallbackOwner: string;
        /**
         * Labels of a Deployment that name its owner; the first that is there counts. `backstage.io/owner`, `owner` and
         * `team` when absent.
         */
        ownerLabels?: string[];
        /**
         * Labels of a Deployment that name its environment, from which the lifecycle comes; the first that is there counts.
         * `environment` and `env` when absent.
         */
        environmentLabels?: string[];
        /** Namespace of the entities in the catalog; `default` when absent. */
        namespace?: string;
        /** For how long an instance has to be known to be gone before its entity is removed; 30 minutes when absent. */
        gracePeriod?: HumanDuration | string;
        /** Names of the clusters that are looked at; those of `kubernetes.clusterLocatorMethods` when absent. */
        clusters?: string[];
        /** How often each cluster is looked at; every minute, for 2 minutes at most, when absent. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
