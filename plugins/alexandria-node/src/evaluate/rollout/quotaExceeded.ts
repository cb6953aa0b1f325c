import { builtInRule } from '../builtInRule';
import { kubectl, withMessage } from '../texts';
import { isQuota, replicaFailures } from './replicaFailures';

/** The quota of the namespace leaves no room for a pod. */
export const quotaExceeded = builtInRule(
  'QuotaExceeded',
  function* check(context) {
    for (const { object, condition } of replicaFailures(context)) {
      if (isQuota(condition)) {
        const quota = /quota: ([^,\s]+)/.exec(condition.message)?.[1];
        yield {
          object,
          title: `Quota${quota === undefined ? '' : ` ${quota}`} of namespace ${
            context.namespace
          } keeps pods of ${context.name} from being created`,
          cause: withMessage(
            `Condition ReplicaFailure is True, ${condition.reason}`,
            condition.message,
          ),
          evidence: {
            condition: 'ReplicaFailure',
            reason: condition.reason,
            message: condition.message,
          },
          remedy: `${kubectl(
            context.deployment,
            ...['describe', 'resourcequota', ...(quota ? [quota] : [])],
          )}; then raise the quota, or lower resources.* or replicaCount in the values`,
        };
      }
    }
  },
);
