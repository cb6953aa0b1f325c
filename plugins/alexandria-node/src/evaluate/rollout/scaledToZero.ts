import { integerAt } from '../objects/read';
import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';

/** Nobody is served, because nobody wants to be. */
export const scaledToZero = builtInRule(
  'ScaledToZero',
  function* check({ deployment, reference }) {
    if (integerAt(deployment.json, 'spec', 'replicas') === 0) {
      yield {
        object: reference,
        title: `${deployment.name} is scaled to zero`,
        cause:
          'spec.replicas is 0, so no pod runs. For users: nothing is there.',
        remedy: `${kubectl(
          deployment,
          ...['scale', `deployment/${deployment.name}`, '--replicas=1'],
        )}, and set replicaCount in the values so that it stays`,
      };
    }
  },
);
