import type { Surroundings } from './DeploymentContext';
import type { EvaluationInput } from './EvaluationInput';
import { Snapshot } from './objects/Snapshot';

/** What belongs to all Deployments of an evaluation. */
export const surroundingsOf = (input: EvaluationInput): Surroundings => ({
  snapshot: new Snapshot([...input.objects, ...(input.events ?? [])]),
  complete: input.complete ?? [],
  secrets: input.secrets ?? [],
  unreadable: input.unreadable ?? [],
  expectations: input.expectations ?? [],
  comparisons: input.comparisons ?? [],
  chartVersion: input.chartVersion,
  observedAt: (input.observedAt ?? input.now).getTime(),
  now: input.now.getTime(),
});
