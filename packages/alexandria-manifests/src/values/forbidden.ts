import { Issue } from '../result';
import { formatPath, Segment } from './path';

/**
 * What no merged tree may hold anywhere, whatever the model says of that place: null, the key `__proto__` and
 * numbers that JSON cannot write.
 */
export function forbiddenIssues(
  tree: unknown,
  segments: Segment[] = [],
): Issue[] {
  const path = formatPath(segments);
  if (tree === null) {
    return [
      {
        path,
        message: 'is null, which deletes a default, and there is none here',
        remedy: 'Leave it out, or write a value',
      },
    ];
  }
  if (typeof tree === 'number' && !Number.isFinite(tree)) {
    return [{ path, message: 'is no finite number' }];
  }
  if (Array.isArray(tree)) {
    return tree.flatMap((item, index) =>
      forbiddenIssues(item, [...segments, index]),
    );
  }
  if (typeof tree === 'object') {
    return Object.entries(tree).flatMap(([key, value]) =>
      key === '__proto__'
        ? [{ path: formatPath([...segments, key]), message: 'is not accepted' }]
        : forbiddenIssues(value, [...segments, key]),
    );
  }
  return [];
}
