import { isRecord, Json, listAt, recordsAt, textAt, textsAt } from './read';

/** Whether labels satisfy a map of labels; an empty map selects nothing, as in a Service. */
export function matchesLabels(
  wanted: Record<string, string>,
  labels: Record<string, string>,
): boolean {
  const entries = Object.entries(wanted);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, value]) => Object.hasOwn(labels, key) && labels[key] === value,
    )
  );
}

function matchesExpression(
  expression: Json,
  labels: Record<string, string>,
): boolean {
  const key = textAt(expression, 'key');
  const has = Object.hasOwn(labels, key);
  const listed = has && listAt(expression, 'values').includes(labels[key]);
  switch (textAt(expression, 'operator')) {
    case 'In':
      return listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}

/**
 * Whether labels satisfy a `LabelSelector`.
 *
 * @param empty - what an empty selector means: all for a PodDisruptionBudget, nothing where the API refuses one
 */
export function matchesSelector(
  selector: Json,
  labels: Record<string, string>,
  empty: 'all' | 'none' = 'none',
): boolean {
  if (!isRecord(selector)) {
    return false;
  }
  const wanted = textsAt(selector, 'matchLabels');
  const expressions = recordsAt(selector, 'matchExpressions');
  const hasLabels = Object.keys(wanted).length > 0;
  if (!hasLabels && expressions.length === 0) {
    return empty === 'all';
  }
  return (
    (!hasLabels || matchesLabels(wanted, labels)) &&
    expressions.every(expression => matchesExpression(expression, labels))
  );
}
