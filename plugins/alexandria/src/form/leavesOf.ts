/** One value among answers, with where it is. */
export interface Leaf {
  path: string;
  value: string | number | boolean;
}

/** Every text, number and yes or no in a tree, in its order; nothing for empty texts. */
export function leavesOf(node: unknown, path = ''): Leaf[] {
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
  }
  if (typeof node === 'object' && node !== null) {
    return Object.entries(node).flatMap(([key, value]) =>
      leavesOf(value, path === '' ? key : `${path}.${key}`),
    );
  }
  return (typeof node === 'string' && node !== '') ||
    typeof node === 'number' ||
    typeof node === 'boolean'
    ? [{ path, value: node }]
    : [];
}
