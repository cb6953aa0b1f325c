import fc from 'fast-check';
import { jsonPatch, Operation } from './jsonPatch';

type Map = Record<string, unknown>;

/** RFC 6902 for what jsonPatch makes: keys of maps only. */
function apply(from: Map, operations: Operation[]): Map {
  const to = structuredClone(from);
  for (const operation of operations) {
    const keys = operation.path
      .split('/')
      .slice(1)
      .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
    const last = keys.pop() ?? '';
    const parent = keys.reduce((map, key) => map[key] as Map, to);
    // "remove" and "replace" fail on what is not there.
    if (operation.op !== 'add' && !Object.hasOwn(parent, last)) {
      throw new Error(`nothing at ${operation.path}`);
    }
    if (operation.op === 'remove') {
      delete parent[last];
    } else {
      Object.defineProperty(parent, last, {
        value: operation.value,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  return to;
}

const map = fc
  .dictionary(
    fc.oneof(fc.constantFrom('a', 'b', 'a/b', '~', '~1'), fc.string()),
    fc.jsonValue(),
  )
  .map(value => JSON.parse(JSON.stringify(value)) as Map);

describe('jsonPatch', () => {
  it.each<[string, Map, Map, Operation[]]>([
    ['nothing', { a: { b: [1] } }, { a: { b: [1] } }, []],
    [
      'a key that is new',
      {},
      { 'a/b': 1 },
      [{ op: 'add', path: '/a~1b', value: 1 }],
    ],
    ['a key that is gone', { '~': 1 }, {}, [{ op: 'remove', path: '/~0' }]],
    [
      'a value inside',
      { a: { b: 1, c: 2 } },
      { a: { b: 1, c: 3 } },
      [{ op: 'replace', path: '/a/c', value: 3 }],
    ],
    [
      'a list, whole',
      { a: [{ b: 1 }, 2] },
      { a: [{ b: 2 }, 2] },
      [{ op: 'replace', path: '/a', value: [{ b: 2 }, 2] }],
    ],
    [
      'a list with a key more in one of its maps',
      { a: [{ b: 1 }] },
      { a: [{ b: 1, c: 2 }] },
      [{ op: 'replace', path: '/a', value: [{ b: 1, c: 2 }] }],
    ],
    [
      'a map in place of a list',
      { a: [] },
      { a: {} },
      [{ op: 'replace', path: '/a', value: {} }],
    ],
  ])('%s', (_, from, to, operations) => {
    expect(jsonPatch(from, to)).toEqual(operations);
  });

  it('leads from any map to any other', () => {
    fc.assert(
      fc.property(map, map, (from, to) => {
        expect(apply(from, jsonPatch(from, to))).toEqual(to);
      }),
    );
  });

  it('leads nowhere from a map to itself', () => {
    fc.assert(
      fc.property(map, value => {
        expect(jsonPatch(value, structuredClone(value))).toEqual([]);
      }),
    );
  });
});
