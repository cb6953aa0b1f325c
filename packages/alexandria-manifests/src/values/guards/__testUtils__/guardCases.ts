import { resolveValues } from '../../resolveValues';
import { Release, ValuesInput } from '../../valuesSchema';
import { Guard } from '../Guard';
import { guards } from '../index';

/** A guard's id, values that break it, the path it is reported at, and the nearest values that do not break it. */
export type GuardCase = [
  id: string,
  broken: ValuesInput,
  path: string,
  accepted: ValuesInput,
];

/** What is reported of values: nothing when they are accepted. */
export function reported(
  values: ValuesInput,
  release: Release = { name: 'alexandria', namespace: 'alexandria' },
) {
  const result = resolveValues([values], release);
  return result.ok
    ? []
    : result.issues.map(({ path, message, remedy }) => ({
        path,
        message,
        remedy,
      }));
}

/** Message and remedy of a guard. */
export function ruleOf(id: string) {
  const found = guards.filter(guard => guard.id === id);
  if (found.length !== 1) {
    throw new Error(`there are ${found.length} guards ${id}`);
  }
  const [{ message, remedy }] = found;
  return { message, remedy };
}

/** The ids of the guards that have no case. */
export function uncovered(
  of: readonly Guard[],
  cases: readonly (readonly [string, ...unknown[]])[],
): string[] {
  const covered = cases.map(([id]) => id);
  return of.map(({ id }) => id).filter(id => !covered.includes(id));
}
