import type { Result } from '../result';
import type { ChangePlan, PlanInput } from './ChangePlan';

/**
 * Plans a change of a repository: what the generator gives for the new answers, merged with what people edited by hand since it
 * was generated. Nothing edited by hand is ever replaced without a decision.
 *
 * Refused are answers that are not accepted, and repositories whose `.alexandria/instance.yaml` cannot be read or was written by a
 * later version. Decisions that no conflict needs are warnings.
 *
 * @public
 */
export function planChange(_input: PlanInput): Result<ChangePlan> {
  throw new Error('not there yet');
}
