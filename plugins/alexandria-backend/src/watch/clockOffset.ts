/**
 * Clocks that differ by less are taken for the same, in milliseconds: the header has whole seconds, and an answer takes its
 * time.
 */
const TOLERANCE_MS = 5_000;

/**
 * By how much a server's clock is ahead of ours, in milliseconds.
 *
 * @param date - what it answered in the header `Date`
 * @param asked - when it was asked, and `answered`, when it had answered, in milliseconds since the epoch
 * @returns undefined when it does not say
 */
export function clockOffset(
  date: string | undefined,
  asked: number,
  answered: number,
): number | undefined {
  // It means some moment of that second.
  const theirs = Date.parse(date ?? '') + 500;
  if (Number.isNaN(theirs)) {
    return undefined;
  }
  const offset = theirs - (asked + answered) / 2;
  return Math.abs(offset) < TOLERANCE_MS ? 0 : offset;
}
