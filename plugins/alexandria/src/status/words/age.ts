/** The units that an age is told in. */
export type AgeUnit = 'seconds' | 'minutes' | 'hours' | 'days';

const units: [AgeUnit, number][] = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
];

/** A length of time in the largest unit of which it has two, as the evaluator writes them; milliseconds in. */
export function ageOf(milliseconds: number): { unit: AgeUnit; count: number } {
  const found = units.find(([, length]) => milliseconds >= 2 * length);
  return found === undefined
    ? { unit: 'seconds', count: Math.max(0, Math.floor(milliseconds / 1000)) }
    : { unit: found[0], count: Math.floor(milliseconds / found[1]) };
}
