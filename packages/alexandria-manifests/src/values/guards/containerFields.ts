import { JsonObject, JsonValue } from '../model/kubernetes';
import { Values } from '../valuesSchema';

/** The containers of the chart itself. */
export const CONTAINERS = ['api', 'orchestrator', 'dashboard'] as const;

/** The maps of a list inside a pass-through map; anything else has none. */
export function maps(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value)
    ? value.filter(
        (item): item is JsonObject =>
          typeof item === 'object' && !Array.isArray(item),
      )
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
