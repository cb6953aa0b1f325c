import type { ChangePlan } from './ChangePlan';
import type { RetirementPlan } from './RetirementPlan';

/**
 * The description of the pull request of a change, as Markdown: summary, what restarts, the checklist, steps, conflicts and how they
 * were decided, and a table of the objects. Never a secret.
 *
 * @public
 */
export function describePlan(_plan: ChangePlan): string {
  throw new Error('not there yet');
}

/**
 * The description of the pull request of a retirement, as Markdown.
 *
 * @public
 */
export function describeRetirement(_plan: RetirementPlan): string {
  throw new Error('not there yet');
}
