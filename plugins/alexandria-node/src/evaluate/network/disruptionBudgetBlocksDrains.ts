import { builtInRule } from '../builtInRule';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { Json, integerAt, valueAt } from '../objects/read';
import { matchesSelector } from '../objects/selector';

/** A number, or a share of all pods; the disruption controller rounds up. */
function podsOf(amount: Json, all: number): number | undefined {
  if (typeof amount === 'number') {
    return amount;
  }
  const share = /^(\d+)%$/.exec(typeof amount === 'string' ? amount : '');
  return share === null ? undefined : Math.ceil((Number(share[1]) / 100) * all);
}

/** How many pods a budget lets go when all of them are well; undefined when it does not say. */
function allowance({ json }: KubernetesObject, all: number) {
  const least = podsOf(valueAt(json, 'spec', 'minAvailable'), all);
  return least === undefined
    ? podsOf(valueAt(json, 'spec', 'maxUnavailable'), all)
    : all - least;
}

/** A budget that allows no eviction even when every pod is well, or two budgets for one pod: a drain waits for ever. */
export const disruptionBudgetBlocksDrains = builtInRule(
  'DisruptionBudgetBlocksDrains',
  function* check(context) {
    const budgets = context
      .inNamespace('policy', 'PodDisruptionBudget')
      .filter(({ json }) =>
        matchesSelector(
          valueAt(json, 'spec', 'selector'),
          context.podLabels,
          'all',
        ),
      );
    const wanted = integerAt(context.deployment.json, 'spec', 'replicas') ?? 1;
    for (const budget of budgets) {
      const all = integerAt(budget.json, 'status', 'expectedPods') ?? wanted;
      const allowed = allowance(budget, all);
      if (all > 0 && allowed !== undefined && allowed <= 0) {
        const says = ['minAvailable', 'maxUnavailable']
          .map(field => {
            const amount = valueAt(budget.json, 'spec', field);
            return amount === undefined ? '' : `${field} ${String(amount)}`;
          })
          .filter(text => text !== '')
          .join(', ');
        yield {
          object: referenceTo(budget),
          title: `Disruption budget ${budget.name} lets no pod be evicted`,
          cause: `${says} of ${all} ${
            all === 1 ? 'replica' : 'replicas'
          } leaves none to evict: draining a node that runs one waits for ever.`,
          evidence: { reason: 'NoDisruptionAllowed' },
          remedy:
            'Set pdb.maxUnavailable: 1 and pdb.minAvailable: null, or more replicas, in the values',
        };
      }
    }
    if (budgets.length > 1) {
      yield {
        object: context.reference,
        title: `${budgets.length} disruption budgets select the pods of ${context.name}`,
        cause: `${budgets
          .map(({ name }) => name)
          .join(
            ', ',
          )}: the API server evicts no pod that more than one budget selects.`,
        evidence: { reason: 'MultipleBudgets' },
        remedy: 'Keep one of them',
      };
    }
  },
);
