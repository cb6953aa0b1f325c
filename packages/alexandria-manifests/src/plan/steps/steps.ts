import type { RepositoryPlan } from '../../repository/RepositoryPlan';
import type { EnvironmentChange, PlanStep } from '../ChangePlan';
import { database, importing, postgres, volume } from './dataSteps';
import { apply, host, leave } from './deliverySteps';
import { secrets } from './secretSteps';
import type { EnvironmentSides, StepRule } from './StepRule';

const rules: readonly StepRule[] = [
  postgres,
  secrets,
  host,
  volume,
  database,
  apply,
  importing,
  leave,
];

/** What is to be done by hand for a change: before the merge, then after it. */
export function steps(
  sides: EnvironmentSides['sides'],
  environments: readonly EnvironmentChange[],
): PlanStep[] {
  const find = (plan: RepositoryPlan, name: string) =>
    plan.environments.find(each => each.name === name);
  const all = environments.flatMap(change => {
    const about: EnvironmentSides = {
      sides,
      change,
      before: find(sides.before, change.name),
      after: find(sides.after, change.name),
    };
    return rules.flatMap(rule => rule(about));
  });
  return (['beforeMerge', 'afterMerge'] as const).flatMap(when =>
    all.filter(step => step.when === when),
  );
}
