import { z } from 'zod';
import type { AnyZodObject, z as zodOfRegistry, ZodTypeAny } from 'zod/v3';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The zod that the actions registry hands out, which is an older one than that of the wire types. */
type RegistryZod = typeof zodOfRegistry;

function unsayable(schema: JsonSchema): Error {
  return new Error(
    `registrySchema does not know how to say ${JSON.stringify(schema)}`,
  );
}

function text(schema: JsonSchema, old: RegistryZod): ZodTypeAny {
  switch (schema.format) {
    case undefined:
      return schema.pattern === undefined
        ? old.string()
        : old.string().regex(new RegExp(schema.pattern));
    case 'date-time':
      return old.string().datetime();
    default:
      throw unsayable(schema);
  }
}

function number(schema: JsonSchema, old: RegistryZod): ZodTypeAny {
  let said = schema.type === 'integer' ? old.number().int() : old.number();
  const { minimum, maximum } = schema;
  if (minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER) {
    said = said.min(minimum);
  }
  if (maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER) {
    said = said.max(maximum);
  }
  return said;
}

function object(schema: JsonSchema, old: RegistryZod): AnyZodObject {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object') {
    throw unsayable(schema);
  }
  return old.object(
    Object.fromEntries(
      Object.entries(properties).map(([name, property]) => {
        const said = convert(property as JsonSchema, old);
        return [name, required.includes(name) ? said : said.optional()];
      }),
    ),
  );
}

function undescribed(schema: JsonSchema, old: RegistryZod): ZodTypeAny {
  if (schema.const !== undefined) {
    return old.literal(schema.const as string | number | boolean);
  }
  if (schema.enum !== undefined) {
    return old.enum(schema.enum as [string, ...string[]]);
  }
  if (schema.anyOf !== undefined) {
    const [first, second, ...others] = schema.anyOf.map(each =>
      convert(each, old),
    );
    return old.union([first, second, ...others]);
  }
  switch (schema.type) {
    case 'string':
      return text(schema, old);
    case 'number':
    case 'integer':
      return number(schema, old);
    case 'boolean':
      return old.boolean();
    case 'array':
      return old.array(convert(schema.items as JsonSchema, old));
    case 'object':
      return object(schema, old);
    default:
      throw unsayable(schema);
  }
}

function convert(schema: JsonSchema, old: RegistryZod): ZodTypeAny {
  const said = undescribed(schema, old);
  return schema.description === undefined
    ? said
    : said.describe(schema.description);
}

/**
 * A schema of the wire types as the actions registry takes it, so that there is one definition for both.
 *
 * @throws Error for what the wire types have no need of: nothing is left out in silence
 */
export const registrySchema =
  (schema: z.ZodObject) =>
  (old: RegistryZod): AnyZodObject =>
    object(z.toJSONSchema(schema), old);
