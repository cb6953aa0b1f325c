import { setTimeout as sleep } from 'timers/promises';

/** Asks until something is so, and gives all that was said. */
export async function askUntil<T>(
  ask: () => Promise<T>,
  isSo: (said: T) => boolean,
  seconds = 60,
): Promise<T[]> {
  const seen: T[] = [];
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const said = await ask();
    seen.push(said);
    if (isSo(said)) {
      return seen;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `the last that was said: ${JSON.stringify(said, null, 1)}`,
      );
    }
    await sleep(100);
  }
}
