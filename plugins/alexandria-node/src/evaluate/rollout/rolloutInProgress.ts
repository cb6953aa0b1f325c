import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';

/** A rollout on its way is no error. */
export const rolloutInProgress = builtInRule(
  'RolloutInProgress',
  function* check({ deployment, reference, rollout }) {
    if (rollout.health === 'Progressing') {
      yield {
        object: reference,
        title: `${deployment.name} is rolling out: ${rollout.message}`,
        cause: `${rollout.reason}: ${rollout.message}.`,
        evidence: { reason: rollout.reason, message: rollout.message },
        remedy: `Nothing yet; follow it with: ${kubectl(
          deployment,
          ...['rollout', 'status', `deployment/${deployment.name}`],
        )}`,
      };
    }
  },
);
