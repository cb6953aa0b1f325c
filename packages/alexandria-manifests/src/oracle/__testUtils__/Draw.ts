import fc, { Arbitrary } from 'fast-check';
import { Document, ToStringOptions } from 'yaml';
import { isMap, mergeLayers } from '../../values/mergeValues';
import { Release, ValuesInput } from '../../values/valuesSchema';
import { readYaml, writeYaml } from '../../yaml';
import { accepted } from '../corpus/accepted';
import { brokenByGuard, meetsChecklist } from '../corpus/broken';
import { MISREAD } from '../corpus/misread';
import { ascii } from './helmTemplate';
import { releaseArbitrary } from './releaseArbitrary';
import { setArbitrary } from './setArbitrary';
import { partArbitrary } from './valuesArbitrary';

/** What `helm template` is called with. */
export interface Draw {
  /** The content of the values files, later ones winning. */
  files: string[];
  set: string[];
  release: Release;
}

/** What is put where the model takes something else, or nothing. */
const stray = fc.oneof(
  fc.constantFrom(null, '', 0, -1, 1.5, true, false, 2 ** 53, 1e21, 'a'),
  fc.constantFrom([], {}, [null], [''], { a: null }, { '': '' }, [[]], [{}]),
  fc.constantFrom(...MISREAD),
  fc.constantFrom('a'.repeat(64), 'a'.repeat(254), '\u0085', '\u2028', 'a\rb'),
);

interface Change {
  /** Which place of the tree, counted in depth. */
  place: number;
  how: 'replace' | 'remove' | 'add';
  value: unknown;
}

const change: Arbitrary<Change> = fc.record({
  place: fc.nat(400),
  how: fc.constantFrom('replace', 'add', 'remove'),
  value: stray,
});

/** The tree with something that the model need not take. */
function changed(tree: unknown, { place, how, value }: Change): unknown {
  const count = (node: unknown): number =>
    typeof node === 'object' && node !== null
      ? Object.values(node).reduce<number>((sum, item) => sum + count(item), 1)
      : 1;
  let left = place % count(tree);
  const at = (node: unknown): unknown => {
    const here = left-- === 0;
    if (here && how === 'replace') {
      return value;
    }
    if (here && how === 'remove') {
      return undefined;
    }
    if (Array.isArray(node)) {
      const items = node.map(at).filter(item => item !== undefined);
      return here ? [...items, value] : items;
    }
    if (isMap(node)) {
      const entries = Object.entries(node).map(
        ([key, item]) => [key, at(item)] as const,
      );
      return Object.fromEntries([
        ...entries.filter(([, item]) => item !== undefined),
        ...(here ? [['added', value] as const] : []),
      ]);
    }
    return here ? [value] : node;
  };
  return at(tree) ?? {};
}

/**
 * How one tree is written. The first is what a difference is shown in, and what is used where our reader refuses another,
 * as it does with text that YAML 1.1 misreads without quotes.
 */
const writers: ((tree: unknown) => string)[] = [
  tree => writeYaml(tree),
  tree => ascii(JSON.stringify(tree)),
  ...(
    [
      { lineWidth: 0 },
      { lineWidth: 30, indentSeq: false },
      { collectionStyle: 'flow', lineWidth: 40 },
      { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' },
      { defaultStringType: 'BLOCK_LITERAL', defaultKeyType: 'PLAIN' },
      { defaultStringType: 'BLOCK_FOLDED', defaultKeyType: 'PLAIN' },
    ] satisfies ToStringOptions[]
  ).map(
    options => (tree: unknown) =>
      new Document(tree, { aliasDuplicateObjects: true }).toString(options),
  ),
];

/** What makes values without secrets of their own fit for git. */
const existing: ValuesInput = { auth: { existingSecret: 'alexandria-auth' } };
const bases: unknown[] = [
  {},
  meetsChecklist,
  ...accepted.flatMap(({ values }) => [
    values,
    mergeLayers([values, existing]),
  ]),
];
const brokenBases = brokenByGuard.map(({ values }) => values);

const base: Arbitrary<unknown> = fc.oneof(
  { withCrossShrink: true },
  { weight: 8, arbitrary: fc.constantFrom(...bases) },
  { weight: 1, arbitrary: fc.constantFrom(...brokenBases) },
);

/** Most draws are as the model has them, the others have been changed here and there. */
const changes: Arbitrary<Change[]> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.constant<Change[]>([]) },
  { weight: 1, arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }) },
);

const trees: Arbitrary<unknown[]> = fc
  .tuple(base, fc.array(partArbitrary, { maxLength: 2, size: 'max' }), changes)
  .map(([first, parts, wrongs]) => {
    const all = [first, ...parts];
    const last = wrongs.reduce<unknown>(changed, all.at(-1));
    return [...all.slice(0, -1), last];
  });

/** Values files, expressions of `--set` and a release, which the model takes or refuses. */
export const drawArbitrary: Arbitrary<Draw> = fc
  .record({
    trees,
    style: fc.nat(writers.length - 1),
    set: fc.oneof(
      { withCrossShrink: true },
      { weight: 2, arbitrary: fc.constant<string[]>([]) },
      {
        weight: 1,
        arbitrary: fc.array(setArbitrary, { minLength: 1, maxLength: 3 }),
      },
    ),
    release: releaseArbitrary,
  })
  .map(({ trees: all, style, set, release }) => ({
    files: all.map((tree, index) => {
      const text = writers[(style + index) % writers.length](tree);
      return readYaml(text).ok ? text : writeYaml(tree);
    }),
    set,
    release,
  }));
