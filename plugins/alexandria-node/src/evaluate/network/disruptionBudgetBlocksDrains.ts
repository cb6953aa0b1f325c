import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { allowance, budgetsOf, budgetText, expectedPods } from './budgets';

/** A budget that allows no eviction even when every pod is well, or two budgets for one pod: a drain waits for ever. */
export const disruptionBudgetBlocksDrains = builtInRule(
  'DisruptionBudgetBlocksDrains',
  function* check(context) {
    const budgets = budgetsOf(context);
    for (const budget of budgets) {
      const all = expectedPods(context, budget);
      const allowed = allowance(budget, all);
      if (all > 0 && allowed !== undefined && allowed <= 0) {
        const says = budgetText(budget);
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
