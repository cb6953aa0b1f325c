import { Json, recordsAt, textAt, timeAt } from './read';

/** A condition of the status of an object. */
export interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
  /** Milliseconds since the epoch. */
  since?: number;
  /** When the reason last changed, where the kind says so, as a Deployment does. */
  updatedAt?: number;
}

const readCondition = (json: Json): Condition => ({
  type: textAt(json, 'type'),
  status: textAt(json, 'status'),
  reason: textAt(json, 'reason'),
  message: textAt(json, 'message'),
  since: timeAt(json, 'lastTransitionTime'),
  updatedAt: timeAt(json, 'lastUpdateTime'),
});

/** The conditions at a path; of the status unless one is given. */
export function conditionsOf(
  json: Json,
  ...path: readonly string[]
): Condition[] {
  const at = path.length > 0 ? path : ['status', 'conditions'];
  return recordsAt(json, ...at).map(readCondition);
}

/** The first condition of a type. */
export function conditionOf(json: Json, type: string): Condition | undefined {
  return conditionsOf(json).find(condition => condition.type === type);
}
