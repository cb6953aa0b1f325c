import { z } from 'zod';

/** A key's default value lives in its metadata, so that the model checks the merged tree and fills in nothing itself. */
export function withDefault<T extends z.ZodType>(
  schema: T,
  value: z.output<T>,
): T {
  return schema.meta({ ...schema.meta(), default: value });
}

/**
 * Text that matches a pattern.
 *
 * @param what - says what is accepted; it becomes the message "must be …" and the schema's description
 */
export function text(what: string, pattern: RegExp, maxLength?: number) {
  const schema = z
    .string()
    .regex(pattern, { error: `must be ${what}` })
    .meta({ description: what });
  return maxLength === undefined ? schema : schema.max(maxLength);
}

/** Text that becomes a word of nginx.conf: nginx refuses one that does not fit into its buffer of 4096 bytes. */
export function nginxWord(what: string, pattern: RegExp) {
  return text(what, pattern, 4000);
}

/** Text of any content. */
export function anyText() {
  return z.string();
}

/** An integer in a closed range; the largest is 2^53 - 1. */
export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
  const range =
    maximum === Number.MAX_SAFE_INTEGER
      ? `of at least ${minimum}`
      : `from ${minimum} to ${maximum}`;
  const error =
    minimum === Number.MIN_SAFE_INTEGER
      ? 'must be an integer'
      : `must be an integer ${range}`;
  return z.int({ error }).min(minimum, { error }).max(maximum, { error });
}

/** One of several kinds of value. */
export function oneOf<T extends readonly [z.ZodType, ...z.ZodType[]]>(
  what: string,
  options: T,
) {
  return z.union(options, { error: `must be ${what}` });
}

/** A TCP port. */
export function port() {
  return integer(1, 65535);
}

/** A list that is empty unless given. */
export function list<T extends z.ZodType>(item: T) {
  return withDefault(z.array(item), []);
}
