import { join } from 'node:path';
import * as common from '@alexandriaproject/backstage-plugin-alexandria-common';
import { z } from 'zod';
import { readDescriptions, type Description } from './readDescriptions';

type Schema = z.core.JSONSchema.BaseSchema;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const COMMON = join(__dirname, '../../alexandria-common/src');

/** `healthSchema` is the component `Health`. */
const componentOf = (name: string) =>
  name[0].toUpperCase() + name.slice(1).replace(/Schema$/, '');

/** Says less than zod does: what it adds to a type only rules out what no server sends. */
function plain({ jsonSchema }: { jsonSchema: Schema }) {
  if (jsonSchema.type === 'integer') {
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) {
      delete jsonSchema.minimum;
    }
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
      delete jsonSchema.maximum;
    }
  }
  if (jsonSchema.format === 'date-time') {
    // The generator would make a Date of it, which is not what JSON.parse makes.
    delete jsonSchema.format;
    delete jsonSchema.pattern;
  }
  const literals = (jsonSchema.anyOf ?? []).map(each => each.const ?? NaN);
  if (literals.length > 0 && literals.every(Number.isInteger)) {
    delete jsonSchema.anyOf;
    jsonSchema.type = 'integer';
    jsonSchema.enum = literals;
  }
}

function describe(schema: Schema, { text, properties }: Description): Schema {
  const description = text ? { description: text } : {};
  const { items } = schema;
  if (isSchema(items) && items.properties) {
    const described = describe(items, { properties });
    return { ...description, ...schema, items: described };
  }
  const described = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => {
      const own = properties.get(name);
      return [
        name,
        own && isSchema(property) ? describe(property, own) : property,
      ];
    },
  );
  return {
    ...description,
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(described) } : {}),
  };
}

/**
 * The wire types as components of an OpenAPI document, by name: every zod schema that `-common` exports, with what its
 * doc comments say.
 */
export function wireSchemas(): Record<string, Schema> {
  const registry = z.registry<{ id: string }>();
  const descriptions = readDescriptions(COMMON);
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(common)) {
    if (value instanceof z.ZodType) {
      registry.add(value, { id: componentOf(name) });
      names.set(componentOf(name), name);
    }
  }
  const { schemas } = z.toJSONSchema(registry, {
    // Objects may get further fields.
    io: 'input',
    uri: id => `#/components/schemas/${id}`,
    override: plain,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([component, schema]) => {
      const { $schema, $id, ...rest } = schema;
      const description = descriptions.get(names.get(component) ?? '');
      return [component, description ? describe(rest, description) : rest];
    }),
  );
}
