import { numberAt, valueAt } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { withCondition, type Controller } from './Control';
import { isTrue, matches, type Condition, type Pod } from './workloads';

const MANAGER = 'kube-controller-manager';

/** A number, or a share of all pods, which the disruption controller rounds up. */
function podsOf(
  budget: KubernetesObject,
  field: string,
  all: number,
): number | undefined {
  const share = /^(\d+)%$/.exec(String(valueAt(budget, 'spec', field) ?? ''));
  return share
    ? Math.ceil((Number(share[1]) / 100) * all)
    : numberAt(budget, 'spec', field);
}

/** The disruption controller: how many pods may be evicted. */
export const disruptionBudgets: Controller = control => {
  for (const budget of control.list('PodDisruptionBudget')) {
    const { namespace, generation } = budget.metadata;
    const selector = valueAt(budget, 'spec', 'selector') ?? {};
    const pods = control
      .list<Pod>('Pod', namespace)
      .filter(({ metadata }) => matches(selector, metadata.labels));
    const all = pods.length;
    const currentHealthy = pods.filter(({ status }) =>
      isTrue(status.conditions, 'Ready'),
    ).length;
    const desiredHealthy =
      podsOf(budget, 'minAvailable', all) ??
      Math.max(0, all - (podsOf(budget, 'maxUnavailable', all) ?? 0));
    const disruptionsAllowed = Math.max(0, currentHealthy - desiredHealthy);
    const isAllowed = disruptionsAllowed > 0;
    control.setStatus(
      budget,
      {
        conditions: withCondition(
          valueAt(budget, 'status', 'conditions') as Condition[] | undefined,
          {
            type: 'DisruptionAllowed',
            status: isAllowed ? 'True' : 'False',
            reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
            message: '',
            ...(generation !== undefined && { observedGeneration: generation }),
          },
          control.now,
        ),
        ...{ currentHealthy, desiredHealthy, disruptionsAllowed },
        expectedPods: all,
        observedGeneration: generation,
      },
      MANAGER,
    );
  }
};
