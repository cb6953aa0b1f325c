import type { Result } from '../result';
import type { RetirementInput, RetirementPlan } from './RetirementPlan';

/**
 * Plans to take an instance, or some of its environments, out of service: what the pull request removes from the repository, what
 * is lost with it, and what to do in which order.
 *
 * Refused are environments that there are not, and repositories that planChange would refuse.
 *
 * @public
 */
export function planRetirement(
  _input: RetirementInput,
): Result<RetirementPlan> {
  throw new Error('not there yet');
}
