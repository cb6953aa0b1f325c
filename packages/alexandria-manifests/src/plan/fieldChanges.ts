import { diffArrays } from 'diff';
import { same } from '../kustomize/jsonPatch';
import { isMap } from '../values/mergeValues';
import { formatPath, type Segment } from '../values/path';
import type { FieldChange } from './ChangePlan';
import { itemsBy, listKey } from './listKey';
import { ABSENT, shownText, shownValue, type Side } from './shown';

/** What is secret beyond what looks so. */
export type IsSecret = (path: string) => boolean;

const lines = (text: string) => text.split('\n');

/** Of text over several lines only those that change. */
function changedLines(from: string, to: string) {
  const parts = diffArrays(lines(from), lines(to), { maxEditLength: 1000 });
  const those = (kind: 'added' | 'removed') =>
    (parts ?? [])
      .filter(part => part[kind])
      .flatMap(({ value }) => value)
      .join('\n');
  return parts === undefined
    ? { from: shownText(from), to: shownText(to) }
    : { from: shownText(those('removed')), to: shownText(those('added')) };
}

class Changes {
  readonly found: FieldChange[] = [];

  constructor(readonly isSecret: IsSecret) {}

  #add(from: Side, to: Side, path: string, segments: Segment[]): void {
    const isText = typeof from === 'string' && typeof to === 'string';
    const shown =
      isText && /\n/.test(from + to)
        ? changedLines(from, to)
        : { from: shownValue(from, segments), to: shownValue(to, segments) };
    const hide = (side: typeof shown.from) =>
      side.is === 'text' ? ({ is: 'withheld' } as const) : side;
    this.found.push(
      this.isSecret(path)
        ? { path, from: hide(shown.from), to: hide(shown.to) }
        : { path, ...shown },
    );
  }

  walk(from: Side, to: Side, path: string, segments: Segment[]): void {
    if (same(from, to)) {
      return;
    }
    if (isMap(from) && isMap(to)) {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
        const end = formatPath([key]);
        const dot = path === '' || end.startsWith('[') ? '' : '.';
        this.walk(
          Object.hasOwn(from, key) ? from[key] : ABSENT,
          Object.hasOwn(to, key) ? to[key] : ABSENT,
          `${path}${dot}${end}`,
          [...segments, key],
        );
      }
      return;
    }
    // A list that is not there has no items.
    const [before, after] = [from, to].map(side =>
      side === ABSENT ? [] : side,
    );
    const key =
      Array.isArray(before) && Array.isArray(after)
        ? listKey(before, after)
        : undefined;
    if (key === undefined) {
      this.#add(from, to, path, segments);
      return;
    }
    const [was, is] = [before, after].map(list =>
      itemsBy(list as unknown[], key),
    );
    const count = this.found.length;
    for (const name of new Set([...was.keys(), ...is.keys()])) {
      this.walk(
        was.get(name) ?? ABSENT,
        is.get(name) ?? ABSENT,
        `${path}[${key}=${name}]`,
        segments,
      );
    }
    if (this.found.length === count) {
      // The same items in another order.
      this.#add(from, to, path, segments);
    }
  }
}

/**
 * What differs between two trees, field by field. Secrets are withheld.
 *
 * @param isSecret - by the path of the change
 */
export function fieldChanges(
  from: Side,
  to: Side,
  isSecret: IsSecret = () => false,
): FieldChange[] {
  const changes = new Changes(isSecret);
  changes.walk(from, to, '', []);
  return changes.found;
}
