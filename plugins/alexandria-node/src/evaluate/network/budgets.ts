import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { Json, integerAt, valueAt } from '../objects/read';
import { matchesSelector } from '../objects/selector';

/** The PodDisruptionBudgets that select the pods of a Deployment. */
export const budgetsOf = (context: DeploymentContext): KubernetesObject[] =>
  context
    .inNamespace('policy', 'PodDisruptionBudget')
    .filter(({ json }) =>
      matchesSelector(
        valueAt(json, 'spec', 'selector'),
        context.podLabels,
        'all',
      ),
    );

/** How many pods a budget is about; those that are wanted while its controller has not counted. */
export const expectedPods = (
  { deployment }: DeploymentContext,
  { json }: KubernetesObject,
): number =>
  integerAt(json, 'status', 'expectedPods') ??
  integerAt(deployment.json, 'spec', 'replicas') ??
  1;

/** A number, or a share of all pods; the disruption controller rounds up. */
function podsOf(amount: Json, all: number): number | undefined {
  if (typeof amount === 'number') {
    return amount;
  }
  const share = /^(\d+)%$/.exec(typeof amount === 'string' ? amount : '');
  return share === null ? undefined : Math.ceil((Number(share[1]) / 100) * all);
}

/** How many pods a budget lets go when all of them are well; undefined when it does not say. */
export function allowance({ json }: KubernetesObject, all: number) {
  const least = podsOf(valueAt(json, 'spec', 'minAvailable'), all);
  return least === undefined
    ? podsOf(valueAt(json, 'spec', 'maxUnavailable'), all)
    : all - least;
}

/** What a budget asks for, for example `minAvailable 1`. */
export const budgetText = ({ json }: KubernetesObject): string =>
  ['minAvailable', 'maxUnavailable']
    .map(field => {
      const amount = valueAt(json, 'spec', field);
      return amount === undefined ? '' : `${field} ${String(amount)}`;
    })
    .filter(text => text !== '')
    .join(', ');
