import type { DisruptionBudgetStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { healthOf } from '../health/objectHealth';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { integerAt, textAt } from '../objects/read';
import { allowance, budgetsOf, expectedPods } from './budgets';

function sentenceOf(
  context: DeploymentContext,
  budget: KubernetesObject,
  counts: Pick<
    DisruptionBudgetStatus,
    'disruptionsAllowed' | 'currentHealthy' | 'desiredHealthy'
  >,
): string {
  const { disruptionsAllowed, currentHealthy, desiredHealthy } = counts;
  if (disruptionsAllowed === undefined) {
    return 'Its controller has not counted the pods.';
  }
  if (disruptionsAllowed > 0) {
    return `${disruptionsAllowed} ${
      disruptionsAllowed === 1 ? 'pod' : 'pods'
    } may be evicted now.`;
  }
  const most = allowance(budget, expectedPods(context, budget));
  if (most !== undefined && most <= 0) {
    return 'No pod may ever be evicted: to drain the node of one waits for ever.';
  }
  return `No pod may be evicted now: ${currentHealthy ?? 0} are healthy, and ${
    desiredHealthy ?? 0
  } have to be.`;
}

/** The PodDisruptionBudgets that select the pods of a Deployment, by name. */
export const describeDisruptionBudgets = (
  context: DeploymentContext,
): DisruptionBudgetStatus[] =>
  budgetsOf(context).map(budget => {
    const { json } = budget;
    const amount = (field: string) =>
      textAt(json, 'spec', field) || integerAt(json, 'spec', field)?.toString();
    const counts = {
      disruptionsAllowed: integerAt(json, 'status', 'disruptionsAllowed'),
      currentHealthy: integerAt(json, 'status', 'currentHealthy'),
      desiredHealthy: integerAt(json, 'status', 'desiredHealthy'),
      expectedPods: integerAt(json, 'status', 'expectedPods'),
    };
    return {
      object: referenceTo(budget),
      minAvailable: amount('minAvailable'),
      maxUnavailable: amount('maxUnavailable'),
      ...counts,
      health: healthOf(budget, context.now).health,
      sentence: sentenceOf(context, budget, counts),
    };
  });
