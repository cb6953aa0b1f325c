import type { TransportResponse } from './Transport';
import { WatchFailure } from './WatchFailure';

/**
 * The body of an answer.
 *
 * @param most - bytes, more than which are not taken
 * @param what - what was asked for
 * @throws WatchFailure when there is more
 */
export async function readText(
  { body }: TransportResponse,
  most: number,
  what: string,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > most) {
      throw new WatchFailure('unexpected', `sent more than ${what} can hold`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
