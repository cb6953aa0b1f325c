import { WatchFailure } from './WatchFailure';

/** Longer than any object that etcd keeps: 1.5 MiB there, and escapes make it longer. */
const MAX_LINE = 16 * 1024 * 1024;

/**
 * The lines of a stream, without their ends; an unfinished last line is not one.
 *
 * @throws WatchFailure `unexpected` when a line is longer than 16 MiB
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  alive: () => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of body) {
    alive();
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const part of parts.slice(0, -1)) {
      const line = rest.join('') + part;
      rest = [];
      length = 0;
      if (line.trim() !== '') {
        yield line;
      }
    }
    const last = parts[parts.length - 1];
    rest.push(last);
    length += last.length;
    if (length > MAX_LINE) {
      throw new WatchFailure('unexpected', 'a line of the watch has no end');
    }
  }
}
