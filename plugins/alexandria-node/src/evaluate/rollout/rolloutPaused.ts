import { valueAt } from '../objects/read';
import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';

/** `spec.paused`: changes of the template wait until it is resumed. */
export const rolloutPaused = builtInRule(
  'RolloutPaused',
  function* check({ deployment, reference }) {
    if (valueAt(deployment.json, 'spec', 'paused') === true) {
      yield {
        object: reference,
        title: `The rollout of ${deployment.name} is paused`,
        cause:
          'spec.paused is true: pods go on as they are, and changes of the template wait.',
        remedy: kubectl(
          deployment,
          ...['rollout', 'resume', `deployment/${deployment.name}`],
        ),
      };
    }
  },
);
