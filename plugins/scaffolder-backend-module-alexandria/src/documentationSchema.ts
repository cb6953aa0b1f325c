import type { JsonObject, JsonValue } from '@backstage/types';

/** What describes a value without judging it. */
const DESCRIBING = new Set(['title', 'description', 'default', 'examples']);

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(
  source: JsonObject,
  map: (value: JsonValue | undefined) => JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => [key, map(value)]),
  );
}

/**
 * Keeps what a JSON Schema says about a value and drops what it demands.
 *
 * The scaffolder judges an action's input by its schema before the action runs, and its messages name neither what was
 * given nor what would do. With nothing demanded, every problem reaches the action, which reports all of them.
 */
export function documentationSchema(schema: JsonValue | undefined): JsonObject {
  if (!isObject(schema)) {
    return {};
  }
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (DESCRIBING.has(key)) {
      result[key] = value;
    } else if (key === 'properties' && isObject(value)) {
      result.properties = mapValues(value, documentationSchema);
    } else if (key === 'items' && isObject(value)) {
      result.items = documentationSchema(value);
    } else if (key === 'enum' && Array.isArray(value)) {
      result.examples = value;
    }
  }
  return result;
}
