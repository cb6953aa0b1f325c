import { isMap, type Tree } from '../values/mergeValues';

/** What tells the items of Kubernetes' and of the chart's lists apart. */
const KEYS = ['name', 'path', 'mountPath', 'host', 'secretName'] as const;

function isUniqueBy(list: readonly unknown[], key: string): boolean {
  const values = list.map(item => (isMap(item) ? item[key] : undefined));
  return (
    values.every(value => typeof value === 'string') &&
    new Set(values).size === values.length
  );
}

/** The key by which the items of all lists are told apart; undefined where only their position does. */
export function listKey(...lists: readonly unknown[][]): string | undefined {
  return KEYS.find(key => lists.every(list => isUniqueBy(list, key)));
}

/** Items by what they are called. */
export function itemsBy(list: readonly unknown[], key: string) {
  return new Map((list as Tree[]).map(item => [item[key] as string, item]));
}
