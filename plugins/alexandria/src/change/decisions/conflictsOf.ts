import {
  planChange,
  type Decision,
  type PlanConflict,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { filesOf } from '../useChangePlan';

/** The conflicts of a change, decided or not; none while the answers are not accepted, as their own fields say why. */
export function conflictsOf(
  repository: InstanceRepository,
  answers: unknown,
  decisions: readonly Decision[],
): PlanConflict[] {
  const planned = planChange({
    files: filesOf(repository),
    answers,
    decisions,
  });
  return planned.ok ? planned.value.conflicts : [];
}

/** What a parameter of a whole form holds, as the scaffolder hands it to fields and validators. */
function parameterOf(formData: unknown, name: string): unknown {
  return typeof formData === 'object' && formData !== null
    ? (formData as Record<string, unknown>)[name]
    : undefined;
}

/** The answers of a whole form. */
export function answersOf(formData: unknown): unknown {
  return parameterOf(formData, 'answers');
}

/** The decisions of a whole form; undefined before there are any. */
export function decisionsOf(formData: unknown): Decision[] | undefined {
  const decisions = parameterOf(formData, 'decisions');
  // Put there by the field for them, and checked again by the action.
  return Array.isArray(decisions) ? decisions : undefined;
}
