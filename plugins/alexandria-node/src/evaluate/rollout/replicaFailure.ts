import { builtInRule } from '../builtInRule';
import { kubectl, withMessage } from '../texts';
import { isQuota, replicaFailures } from './replicaFailures';

/** The API server refuses the pods: Pod Security, an admission webhook, a LimitRange, a missing ServiceAccount. */
export const replicaFailure = builtInRule(
  'ReplicaFailure',
  function* check(context) {
    for (const { object, condition } of replicaFailures(context)) {
      if (!isQuota(condition)) {
        yield {
          object,
          title: `Pods of ${context.name} cannot be created`,
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
            ...['describe', object.kind.toLowerCase(), object.name],
          )}; it shows what refused them: change that or the values it names`,
        };
      }
    }
  },
);
