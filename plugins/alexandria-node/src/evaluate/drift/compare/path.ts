import type { Json } from '../../objects/read';

/** One step into an object: a field of a map, an item of a list by what tells it from the others, or by its place. */
export type Step =
  | { field: string }
  | { key: Readonly<Record<string, Json>> }
  | { index: number };

const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** What tells items apart first comes first; a protocol only where it is not the usual one. */
function keyText(key: Readonly<Record<string, Json>>): string {
  const entries = Object.entries(key).filter(
    ([name, value]) => !(name === 'protocol' && value === 'TCP'),
  );
  return entries.map(([name, value]) => `${name}=${value}`).join(',');
}

/**
 * A path as people write it, for example `spec.template.spec.containers[name=api].image`, and
 * `metadata.labels["a.b/c"]` where a field is more than a word.
 */
export function pathText(path: readonly Step[]): string {
  return path
    .map((step, index) => {
      if ('key' in step) {
        return `[${keyText(step.key)}]`;
      }
      if ('index' in step) {
        return `[${step.index}]`;
      }
      const dot = index === 0 ? '' : '.';
      return PLAIN.test(step.field)
        ? `${dot}${step.field}`
        : `[${JSON.stringify(step.field)}]`;
    })
    .join('');
}

/** The fields on the way, without the items of lists. */
export const fieldsOf = (path: readonly Step[]): string[] =>
  path.flatMap(step => ('field' in step ? [step.field] : []));

/** The name of the field at the end; empty at an item of a list. */
export function lastField(path: readonly Step[]): string {
  const last = path.at(-1);
  return last !== undefined && 'field' in last ? last.field : '';
}
