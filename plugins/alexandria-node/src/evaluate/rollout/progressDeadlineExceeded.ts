import { conditionOf } from '../objects/conditions';
import { integerAt } from '../objects/read';
import { builtInRule } from '../builtInRule';
import { kubectl, withMessage } from '../texts';

/** The Deployment controller gave up waiting; it has been so since its condition says so. */
export const progressDeadlineExceeded = builtInRule(
  'ProgressDeadlineExceeded',
  function* check({ deployment, reference, rollout, serves }) {
    const condition = conditionOf(deployment.json, 'Progressing');
    if (
      rollout.health !== 'Degraded' ||
      condition?.reason !== 'ProgressDeadlineExceeded'
    ) {
      return;
    }
    const seconds =
      integerAt(deployment.json, 'spec', 'progressDeadlineSeconds') ?? 600;
    yield {
      object: reference,
      title: `The rollout of ${deployment.name} made no progress for ${seconds} s`,
      cause: `${withMessage(
        'Condition Progressing is False, ProgressDeadlineExceeded',
        condition.message,
      )}${serves ? ' The replicas of the last revision go on serving.' : ''}`,
      evidence: {
        condition: 'Progressing',
        reason: condition.reason,
        message: condition.message,
      },
      remedy: `Mend what the findings on its pods say, or go back: ${kubectl(
        deployment,
        ...['rollout', 'undo', `deployment/${deployment.name}`],
      )}`,
    };
  },
);
