import { conditionOf } from '../objects/conditions';
import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';

/** kstatus gives the scheduler as long. */
const SCHEDULE_WINDOW_MS = 15_000;

/** What to look at, by what the scheduler says. */
const REMEDIES: [RegExp, string][] = [
  [
    /persistentvolumeclaim|volume/i,
    'see to the claim that it names; persistence.* in the values',
  ],
  [/Insufficient/, 'add nodes, or lower resources.* in the values'],
  [
    /taint|node affinity|node selector/i,
    'correct nodeSelector, tolerations or affinity in the values, or the labels of the nodes',
  ],
];

/** The scheduler finds no node. */
export const podUnschedulable = builtInRule(
  'PodUnschedulable',
  function* check({ activePods, now, serves }) {
    for (const { object, phase } of activePods) {
      const condition = conditionOf(object.json, 'PodScheduled');
      if (
        (phase === 'Pending' || phase === '') &&
        condition?.status === 'False' &&
        condition.reason === 'Unschedulable' &&
        now - (object.createdAt ?? 0) >= SCHEDULE_WINDOW_MS
      ) {
        const hint = REMEDIES.find(([said]) => said.test(condition.message));
        yield {
          object: referenceTo(object),
          title: `No node takes pod ${object.name}`,
          cause: `${withMessage(
            'Condition PodScheduled is False, Unschedulable',
            condition.message,
          )}${
            serves ? ' Other replicas serve.' : ' For users: nothing is there.'
          }`,
          evidence: {
            condition: 'PodScheduled',
            reason: condition.reason,
            message: condition.message,
          },
          remedy: `${kubectl(object, 'describe', 'pod', object.name)}${
            hint === undefined ? '' : `; ${hint[1]}`
          }`,
        };
      }
    }
  },
);
