import { Issue } from '../../result';
import { formatPath, Segment } from '../path';
import { Guard } from './Guard';

/**
 * What Helm 3 refuses in any value, or what a manifest loses on its way through YAML, which reads NEL, LS and PS as line
 * breaks, and through UTF-8, which has no half of a surrogate pair.
 */
const UNREADABLE = /[\x7f-\x9f\u2028\u2029\ufffe\uffff\p{Cs}]/u;
const isUnreadable = (text: string) => UNREADABLE.test(text);

/**
 * The places of a tree with something that YAML cannot carry; a key is reported where its map is, since it may not be
 * readable itself.
 */
function places(
  node: unknown,
  segments: Segment[],
  badKey: (key: string) => boolean,
  badText?: (text: string) => boolean,
): string[] {
  if (typeof node === 'string') {
    return badText?.(node) ? [formatPath(segments)] : [];
  }
  if (Array.isArray(node)) {
    return node.flatMap((item, index) =>
      places(item, [...segments, index], badKey, badText),
    );
  }
  if (typeof node === 'object' && node !== null) {
    return Object.entries(node).flatMap(([key, value]) =>
      badKey(key)
        ? [formatPath(segments)]
        : places(value, [...segments, key], badKey, badText),
    );
  }
  return [];
}

const unreadable = {
  message: 'holds a character that YAML cannot carry',
  remedy:
    'Take out control characters and the line breaks of Unicode; tab and newline are accepted',
};

const unreadablePlaces = (tree: unknown) =>
  places(tree, [], isUnreadable, isUnreadable);

/** Every place of a tree whose text a file would not hold as it is. */
export function unreadableIssues(tree: unknown): Issue[] {
  return unreadablePlaces(tree).map(path => ({ path, ...unreadable }));
}

export const textGuards: Guard[] = [
  {
    id: 'text-unreadable',
    ...unreadable,
    reads: [],
    check: unreadablePlaces,
  },
  {
    id: 'key-merge',
    message: 'has a key << that YAML takes for an order to merge',
    remedy: 'Choose another key',
    reads: [],
    check: values => places(values, [], key => key === '<<'),
  },
];
