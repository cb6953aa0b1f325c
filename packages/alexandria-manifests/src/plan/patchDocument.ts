import {
  Document,
  isAlias,
  isCollection,
  isMap as isMapNode,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Node,
  Pair,
  Scalar,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { same } from '../kustomize/jsonPatch';
import { isMap, type Tree } from '../values/mergeValues';
import { itemsBy, listKey } from './listKey';

type MaybeNode = Node | null | undefined;

const keyOf = (pair: Pair): string =>
  String(isScalar(pair.key) ? pair.key.value : pair.key);

const pairOf = (map: MaybeNode, key: string): Pair | undefined =>
  isMapNode(map) ? map.items.find(pair => keyOf(pair) === key) : undefined;

const valueNode = (pair: Pair | undefined): MaybeNode =>
  isNode(pair?.value) ? pair.value : undefined;

const hasMergeKey = (map: YAMLMap) =>
  map.items.some(pair => keyOf(pair) === '<<');

/** Every comment in a part of a document, in order. */
function commentsOf(part: unknown): string[] {
  if (isPair(part)) {
    return [...commentsOf(part.key), ...commentsOf(part.value)];
  }
  if (!isNode(part)) {
    return [];
  }
  return [
    part.commentBefore,
    ...(isCollection(part) ? part.items.flatMap(commentsOf) : []),
    part.comment,
  ].flatMap(comment => (comment ? comment.split('\n') : []));
}

const onTop = (one: string, other: string | null | undefined) =>
  other ? `${one}\n${other}` : one;

/** Makes a document say something else, node by node, and leaves alone whatever it says already. */
class Patch {
  constructor(
    readonly document: Document,
    readonly before: Document,
    readonly after: Document,
  ) {}

  #json(node: MaybeNode): unknown {
    return node ? node.toJS(this.document) : null;
  }

  /** A node of the new text where it says just that, with its comments; else one that is made. */
  #fresh(value: unknown, ours: MaybeNode): Node {
    return ours && !isAlias(ours) && same(ours.toJS(this.after), value)
      ? ours
      : this.document.createNode(value);
  }

  /** What takes the place of a node keeps the comments that were around it. */
  #replaced(old: MaybeNode, value: unknown, ours: MaybeNode): Node {
    const node = this.#fresh(value, ours);
    if (old) {
      const lost = isCollection(old) ? old.items.flatMap(commentsOf) : [];
      const before = [old.commentBefore, ...lost].filter(Boolean).join('\n');
      node.commentBefore = before === '' ? node.commentBefore : before;
      node.comment = old.comment ?? node.comment;
      node.spaceBefore = old.spaceBefore;
      if (isCollection(old) || isCollection(node)) {
        this.#lift(node);
      }
    }
    return node;
  }

  /** A comment behind the key would stand on the key's line before a collection. */
  #lift(node: Node): void {
    if (isCollection(node) && node.comment) {
      node.commentBefore = onTop(node.comment, node.commentBefore);
      node.comment = null;
    }
  }

  node(old: MaybeNode, to: unknown, base: MaybeNode, ours: MaybeNode): Node {
    if (old && same(this.#json(old), to)) {
      return old;
    }
    if (isMapNode(old) && isMap(to) && !hasMergeKey(old)) {
      return this.#map(old, to, base, ours);
    }
    if (isSeq(old) && Array.isArray(to)) {
      return this.#list(old, to, base, ours);
    }
    return this.#replaced(old, to, ours);
  }

  #map(map: YAMLMap, to: Tree, base: MaybeNode, ours: MaybeNode): Node {
    if (ours && (base?.commentBefore ?? null) === (map.commentBefore ?? null)) {
      map.commentBefore = ours.commentBefore;
    }
    for (const pair of [...map.items]) {
      const key = keyOf(pair);
      if (Object.hasOwn(to, key)) {
        pair.value = this.node(
          valueNode(pair),
          to[key],
          valueNode(pairOf(base, key)),
          valueNode(pairOf(ours, key)),
        );
      } else {
        this.#remove(map, pair, pairOf(base, key));
      }
    }
    const order = Object.keys(to);
    order.forEach((key, index) => {
      if (pairOf(map, key) === undefined) {
        const previous = order[index - 1];
        const after = map.items.findIndex(pair => keyOf(pair) === previous);
        map.items.splice(after + 1, 0, this.#pair(key, to[key], ours));
      }
    });
    return map;
  }

  #pair(key: string, value: unknown, ours: MaybeNode): Pair {
    const pair = pairOf(ours, key);
    const keyNode = isScalar(pair?.key) ? pair.key : new Scalar(key);
    return new Pair(keyNode, this.#fresh(value, valueNode(pair)));
  }

  /** Comments that people wrote on what goes away stay, with what comes next. */
  #remove(map: YAMLMap, pair: Pair, base: Pair | undefined): void {
    const index = map.items.indexOf(pair);
    map.items.splice(index, 1);
    const generated = commentsOf(base);
    const own = commentsOf(pair).filter(line => !generated.includes(line));
    if (own.length === 0) {
      return;
    }
    const text = own.join('\n');
    const next = map.items.at(index);
    if (next !== undefined && isScalar(next.key)) {
      next.key.commentBefore = onTop(text, next.key.commentBefore);
    } else {
      map.comment = map.comment ? `${map.comment}\n${text}` : text;
    }
  }

  #list(list: YAMLSeq, to: unknown[], base: MaybeNode, ours: MaybeNode): Node {
    const from = this.#json(list) as unknown[];
    const key = listKey(from, to);
    if (key === undefined || list.items.some(isAlias)) {
      return this.#replaced(list, to, ours);
    }
    const nodes = (seq: MaybeNode) =>
      new Map(
        isSeq(seq)
          ? seq.items.map(item => [
              String(isMapNode(item) ? item.get(key) : ''),
              item as Node,
            ])
          : [],
      );
    const [own, were, are] = [nodes(list), nodes(base), nodes(ours)];
    const names = [...itemsBy(to, key).keys()];
    const gone = [...own].filter(([name]) => !names.includes(name));
    const lost = gone.flatMap(([name, item]) => {
      const generated = commentsOf(were.get(name));
      return commentsOf(item).filter(line => !generated.includes(line));
    });
    list.items = names.map((name, index) => {
      const item = own.get(name);
      return item === undefined
        ? this.#fresh(to[index], are.get(name))
        : this.node(item, to[index], were.get(name), are.get(name));
    });
    if (lost.length > 0) {
      const text = lost.join('\n');
      list.comment = list.comment ? `${list.comment}\n${text}` : text;
    }
    return list;
  }

  run(to: unknown): void {
    this.document.contents = this.node(
      this.document.contents as MaybeNode,
      to,
      this.before.contents as MaybeNode,
      this.after.contents as MaybeNode,
    ) as typeof this.document.contents;
    const { before, document, after } = this;
    if ((before.commentBefore ?? null) === (document.commentBefore ?? null)) {
      document.commentBefore = after.commentBefore;
    }
  }
}

/**
 * Makes a document say `to`, in place. Comments, order, quotes and empty lines stay; what is new is taken from `after`, with its
 * comments, where it stands there; a comment of people on what is removed moves to what comes next.
 *
 * @param before - the document that people edited, as it was
 * @param after - the one whose changes are taken over
 */
export function patchDocument(
  document: Document,
  to: unknown,
  before: Document,
  after: Document,
): void {
  new Patch(document, before, after).run(to);
}
