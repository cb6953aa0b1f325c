import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../../repository/RepositoryPlan';
import type { EnvironmentChange, PlanStep } from '../ChangePlan';

/** One environment before and after; either may be missing. */
export interface EnvironmentSides {
  sides: { before: RepositoryPlan; after: RepositoryPlan };
  change: EnvironmentChange;
  before?: PlannedEnvironment;
  after?: PlannedEnvironment;
}

/** Steps of one kind. */
export type StepRule = (environment: EnvironmentSides) => PlanStep[];

/** Whether an environment runs in another place afterwards. */
export const hasMoved = (
  before: PlannedEnvironment,
  after: PlannedEnvironment,
) =>
  before.namespace !== after.namespace ||
  before.answers.cluster !== after.answers.cluster;
