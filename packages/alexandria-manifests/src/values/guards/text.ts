import { formatPath, Segment } from '../path';
import { Guard } from './Guard';

/**
 * What Helm 3 refuses in any value, or what a manifest loses on its way through YAML, which reads NEL, LS and PS as line
 * breaks.
 */
const UNREADABLE = /[\x7f-\x9f\u2028\u2029\ufffe\uffff]/;

function unreadable(node: unknown, segments: Segment[]): string[] {
  if (typeof node === 'string') {
    return UNREADABLE.test(node) ? [formatPath(segments)] : [];
  }
  if (Array.isArray(node)) {
    return node.flatMap((item, index) =>
      unreadable(item, [...segments, index]),
    );
  }
  if (typeof node === 'object' && node !== null) {
    return Object.entries(node).flatMap(([key, value]) =>
      UNREADABLE.test(key)
        ? [formatPath(segments)]
        : unreadable(value, [...segments, key]),
    );
  }
  return [];
}

export const textGuards: Guard[] = [
  {
    id: 'text-unreadable',
    message: 'holds a character that YAML cannot carry',
    remedy:
      'Take out control characters and the line breaks of Unicode; tab and newline are accepted',
    reads: [],
    check: values => unreadable(values, []),
  },
];
