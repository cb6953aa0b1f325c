import { same } from '../kustomize/jsonPatch';
import { isMap, type Tree } from '../values/mergeValues';
import { formatPath, type Segment } from '../values/path';
import { itemsBy, listKey } from './listKey';
import { ABSENT, type Side, UNKNOWN } from './shown';

/** A place that both sides changed, and not alike. */
export interface TreeConflict {
  field: string;
  /** Keys only: what a list's items are called is not among them. */
  segments: Segment[];
  base: Side;
  theirs: Side;
  ours: Side;
}

/** Which side wins; also when nobody decided: then theirs, so that nothing is lost. */
export type Decide = (conflict: TreeConflict) => 'theirs' | 'ours';

interface Place {
  field: string;
  segments: Segment[];
}

const inside = ({ field, segments }: Place, key: string): Place => {
  const end = formatPath([key]);
  const dot = field === '' || end.startsWith('[') ? '' : '.';
  return { field: `${field}${dot}${end}`, segments: [...segments, key] };
};

const item = (
  { field, segments }: Place,
  key: string,
  name: string,
): Place => ({
  field: `${field}[${key}=${name}]`,
  segments,
});

const at = (tree: Side, key: string): Side => {
  if (tree === UNKNOWN) {
    return UNKNOWN;
  }
  return isMap(tree) && Object.hasOwn(tree, key) ? tree[key] : ABSENT;
};

/** Theirs in their order, and after each what only the other side has behind it. */
function joined(theirs: readonly string[], ours: readonly string[]): string[] {
  const all = [...theirs];
  ours.forEach((name, index) => {
    if (!all.includes(name)) {
      const before = ours
        .slice(0, index)
        .reverse()
        .find(other => all.includes(other));
      all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, name);
    }
  });
  return all;
}

const shared = (names: readonly string[], others: readonly string[]) =>
  names.filter(name => others.includes(name));

/** Three-way merge of trees, as YAML and JSON have them. */
class TreeMerge {
  constructor(readonly decide: Decide) {}

  merge(base: Side, theirs: Side, ours: Side, place: Place): Side {
    if (same(theirs, ours)) {
      return theirs;
    }
    if (base !== UNKNOWN && same(base, theirs)) {
      return ours;
    }
    if (base !== UNKNOWN && same(base, ours)) {
      return theirs;
    }
    const open = base === UNKNOWN || base === ABSENT;
    if (isMap(theirs) && isMap(ours) && (open || isMap(base))) {
      return this.#maps(base, theirs, ours, place);
    }
    if (
      Array.isArray(theirs) &&
      Array.isArray(ours) &&
      (open || Array.isArray(base))
    ) {
      const list = this.#lists(base, theirs, ours, place);
      if (list !== undefined) {
        return list;
      }
    }
    return this.decide({ ...place, base, theirs, ours }) === 'theirs'
      ? theirs
      : ours;
  }

  #maps(base: Side, theirs: Tree, ours: Tree, place: Place): Tree {
    return Object.fromEntries(
      joined(Object.keys(theirs), Object.keys(ours)).flatMap(key => {
        const value = this.merge(
          at(base, key),
          at(theirs, key),
          at(ours, key),
          inside(place, key),
        );
        return value === ABSENT ? [] : [[key, value]];
      }),
    );
  }

  /** @returns undefined where the items cannot be told apart, or where both sides moved them */
  #lists(
    base: Side,
    theirs: unknown[],
    ours: unknown[],
    place: Place,
  ): unknown[] | undefined {
    const before = Array.isArray(base) ? base : [];
    const key = listKey(before, theirs, ours);
    if (key === undefined) {
      return undefined;
    }
    const [b, t, o] = [before, theirs, ours].map(list => itemsBy(list, key));
    const names = { b: [...b.keys()], t: [...t.keys()], o: [...o.keys()] };
    const moved = (one: string[], other: string[]) =>
      !same(shared(one, other), shared(other, one));
    const theyMoved = moved(names.t, names.b);
    const weMoved = moved(names.o, names.b);
    if (moved(names.t, names.o) && theyMoved === weMoved) {
      return undefined;
    }
    const order = weMoved ? joined(names.o, names.t) : joined(names.t, names.o);
    return order.flatMap(name => {
      const known = base === UNKNOWN ? UNKNOWN : b.get(name) ?? ABSENT;
      const merged = this.merge(
        known,
        t.get(name) ?? ABSENT,
        o.get(name) ?? ABSENT,
        item(place, key, name),
      );
      return merged === ABSENT ? [] : [merged];
    });
  }
}

/**
 * Merges what two sides made of one tree. Maps are followed key by key, lists item by item where items have a name; any other
 * list is one value. A key that one side took away and the other changed is a conflict, too.
 *
 * @param base - UNKNOWN makes every difference a conflict
 */
export function mergeTrees(
  base: Side,
  theirs: Side,
  ours: Side,
  decide: Decide,
): Side {
  return new TreeMerge(decide).merge(base, theirs, ours, {
    field: '',
    segments: [],
  });
}
