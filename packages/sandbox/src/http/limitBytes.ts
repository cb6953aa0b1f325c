import { Transform } from 'node:stream';

/** Ends a stream with this error when more than the allowed bytes come. */
export class TooLargeError extends Error {
  readonly statusCode = 413;

  constructor(limit: number) {
    super(`The request is larger than ${limit} bytes`);
    this.name = 'TooLargeError';
  }
}

/** Passes bytes on until there are more than `limit`. */
export function limitBytes(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      size += chunk.length;
      if (size > limit) {
        callback(new TooLargeError(limit));
      } else {
        callback(null, chunk);
      }
    },
  });
}
