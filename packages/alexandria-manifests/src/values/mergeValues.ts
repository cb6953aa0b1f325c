/** A map of any values, as YAML and JSON have it. */
export type Tree = Record<string, unknown>;

export function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `Object.fromEntries` gives `__proto__` no special meaning, where an assignment would. */
function withEntries(base: Tree, entries: [string, unknown][]): Tree {
  return Object.fromEntries([...Object.entries(base), ...entries]);
}

/**
 * Lays values over a chart's defaults as Helm does: maps merge, anything else replaces, null deletes a defaulted key.
 * A null without a default stays, for the model to refuse. Neither argument is changed.
 *
 * Source: helm.sh/helm, pkg/chart/common/util/coalesce.go.
 *
 * @public
 */
export function mergeValues(base: unknown, over: unknown): unknown {
  if (over === undefined) {
    return base;
  }
  if (!isMap(base) || !isMap(over)) {
    return over;
  }
  const deleted = new Set(
    Object.keys(over).filter(
      key => over[key] === null && Object.hasOwn(base, key),
    ),
  );
  const merged = withEntries(
    base,
    Object.entries(over).map(([key, value]) => [
      key,
      Object.hasOwn(base, key) ? mergeValues(base[key], value) : value,
    ]),
  );
  return Object.fromEntries(
    Object.entries(merged).filter(([key]) => !deleted.has(key)),
  );
}

/**
 * Joins values files, later ones winning, as Helm does with several `--values`: nulls stay, so that they delete a
 * default when the result is laid over the chart.
 *
 * Source: helm.sh/helm, pkg/chart/loader, MergeMaps.
 *
 * @public
 */
export function mergeLayers(layers: readonly unknown[]): unknown {
  return layers.reduce((below, above) => {
    if (above === null || above === undefined) {
      return below;
    }
    if (!isMap(below) || !isMap(above)) {
      return above;
    }
    return withEntries(
      below,
      Object.entries(above).map(([key, value]) => [
        key,
        isMap(value) && Object.hasOwn(below, key) && isMap(below[key])
          ? mergeLayers([below[key], value])
          : value,
      ]),
    );
  }, {});
}
