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

/** Text of any content. */
export function anyText() {
  return z.string();
}

/** An integer in a closed range; the largest is 2^53 - 1. */
export function integer(minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
  return z.int().min(minimum).max(maximum);
}

/** A TCP port. */
export function port() {
  return integer(1, 65535);
}

/** A list that is empty unless given. */
export function list<T extends z.ZodType>(item: T) {
  return withDefault(z.array(item), []);
}
