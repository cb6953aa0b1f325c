import { JsonObject, JsonValue } from '../model/kubernetes';
import { Values } from '../valuesSchema';

/** The containers of the chart itself. */
export const CONTAINERS = ['api', 'orchestrator', 'dashboard'] as const;

/**
 * The entries of a list inside a pass-through map, each in its place; anything else has none. An entry that is no map
 * becomes an object with none of the keys that a guard asks for.
 */
export function maps(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value)
    ? value.map((item): JsonObject => Object(item))
    : [];
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Lists inside the further containers, with their paths. */
export function inContainers(
  values: Values,
  key: string,
): [path: string, items: JsonObject[]][] {
  return values.extraContainers.map((container, index) => [
    `extraContainers[${index}].${key}`,
    maps(container[key]),
  ]);
}
