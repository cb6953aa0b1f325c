import { conditionOf } from '../objects/conditions';
import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { command, withMessage } from '../texts';
import { isLost, isUnreachable } from './unreachable';

/** The node controller marks the pods of a node that is silent: whether they run is not known. */
export const podUnreachable = builtInRule(
  'PodUnreachable',
  function* check({ activePods }) {
    for (const pod of activePods) {
      const { object, reason, message } = pod;
      if (isUnreachable(pod)) {
        const condition = conditionOf(object.json, 'Ready');
        const node = textAt(object.json, 'spec', 'nodeName');
        yield {
          object: referenceTo(object),
          title: `Nothing is known of pod ${object.name}: its node ${node} does not report`,
          cause: withMessage(
            isLost(pod)
              ? 'The phase of the pod is not known'
              : 'Condition Ready is Unknown',
            message || (condition?.message ?? ''),
          ),
          evidence: {
            condition: 'Ready',
            reason: reason || condition?.reason,
            message: message || condition?.message,
          },
          remedy: command('kubectl', 'describe', 'node', node),
        };
      }
    }
  },
);
