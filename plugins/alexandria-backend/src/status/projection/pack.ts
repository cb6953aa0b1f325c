import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { dictionary } from './dictionary';

/**
 * A window that holds the dictionary and a projection: 32 KiB. The rest is what one call allocates outside of the heap, of
 * which the default, 16 KiB for any result, brings on the collections that stop everything.
 */
const options = {
  dictionary,
  windowBits: 15,
  memLevel: 4,
  level: 6,
  chunkSize: 4 * 1024,
};

/**
 * A projection in a fraction of its size: a text with one character for each byte, which takes as much heap as it has
 * characters. A Buffer would take 200 bytes more.
 */
export function pack(text: string): string {
  return deflateRawSync(text, options).toString('latin1');
}

/** What was packed. */
export function unpack(packed: string): string {
  return inflateRawSync(Buffer.from(packed, 'latin1'), options).toString();
}
