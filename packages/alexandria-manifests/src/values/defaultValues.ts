import { z } from 'zod';
import { Values, valuesSchema } from './valuesSchema';

function defaultOf(schema: z.ZodType): unknown {
  const own = schema.meta()?.default;
  if (own !== undefined) {
    return own;
  }
  if (schema instanceof z.ZodOptional) {
    return defaultOf(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    return Object.fromEntries(
      Object.entries(shape)
        .map(([key, field]) => [key, defaultOf(field)])
        .filter(([, value]) => value !== undefined),
    );
  }
  return undefined;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}

/**
 * The chart's `values.yaml`. Frozen; copy before changing.
 *
 * @public
 */
export const defaultValues: Values = freeze(
  valuesSchema.parse(defaultOf(valuesSchema)),
);
