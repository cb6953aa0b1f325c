import { Issue } from '../result';
import { formatPath, Segment } from './path';

/** Deeper trees than any manifest are refused before anything walks them. */
export const MAX_DEPTH = 60;
/** Maps, lists and what they hold, in all. */
const MAX_NODES = 100_000;
/** Characters of all text and keys: etcd takes no object of more than 1.5 MiB. */
export const MAX_LENGTH = 1024 * 1024;
/** The longest key that YAML lets stand before a colon (YAML 1.2.2, section 8.2.2). */
export const KEY_MAX = 1024;

interface Place {
  value: unknown;
  depth: number;
  segment: Segment | undefined;
  parent: Place | undefined;
}

function pathOf(place: Place): string {
  const segments: Segment[] = [];
  for (
    let at: Place | undefined = place;
    at?.segment !== undefined;
    at = at.parent
  ) {
    segments.unshift(at.segment);
  }
  return formatPath(segments);
}

/**
 * What of a tree is more than any input has: nesting, values, text, a key. To be asked before anything else walks the
 * tree, since others recurse, and some look at every pair of things that are wrong.
 *
 * @returns nothing, or the first that was met
 */
export function sizeIssues(tree: unknown): Issue[] {
  const open: Place[] = [
    { value: tree, depth: 0, segment: undefined, parent: undefined },
  ];
  let nodes = 0;
  let length = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, depth } = place;
    if (++nodes > MAX_NODES) {
      return [{ path: '', message: `holds more than ${MAX_NODES} values` }];
    }
    if (depth > MAX_DEPTH) {
      return [
        {
          path: pathOf(place),
          message: `is nested more than ${MAX_DEPTH} levels deep`,
        },
      ];
    }
    if (typeof value === 'string') {
      length += value.length;
    }
    if (Array.isArray(value)) {
      if (value.length > MAX_NODES) {
        return [
          {
            path: pathOf(place),
            message: `holds more than ${MAX_NODES} values`,
          },
        ];
      }
      for (let index = value.length - 1; index >= 0; index--) {
        open.push({
          value: value[index],
          depth: depth + 1,
          segment: index,
          parent: place,
        });
      }
    } else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      if (keys.some(key => key.length > KEY_MAX)) {
        return [
          {
            path: pathOf(place),
            message: `has a key of more than ${KEY_MAX} characters`,
          },
        ];
      }
      length += keys.reduce((sum, key) => sum + key.length, 0);
      for (const key of keys.reverse()) {
        open.push({
          value: (value as Record<string, unknown>)[key],
          depth: depth + 1,
          segment: key,
          parent: place,
        });
      }
    }
    if (length > MAX_LENGTH) {
      return [
        {
          path: pathOf(place),
          message: `makes the text longer than ${MAX_LENGTH} characters in all`,
        },
      ];
    }
  }
  return [];
}
