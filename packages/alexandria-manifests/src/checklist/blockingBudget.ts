import { replicasAtLeast } from '../values/facts';
import { Values } from '../values/valuesSchema';

/** That many of the pods; a share is rounded up, as the disruption controller does. */
function count(value: number | string, pods: number): number {
  return typeof value === 'number'
    ? value
    : Math.ceil((Number.parseInt(value, 10) * pods) / 100);
}

/** The path of the limit that would let no pod go while there are the fewest that there may be. */
export function blockingBudget(values: Values): string[] {
  const { enabled, minAvailable, maxUnavailable } = values.pdb;
  const pods = replicasAtLeast(values);
  if (!enabled) {
    return [];
  }
  return [
    ...(count(minAvailable ?? 0, pods) >= pods ? ['pdb.minAvailable'] : []),
    ...(count(maxUnavailable ?? pods, pods) === 0
      ? ['pdb.maxUnavailable']
      : []),
  ];
}
