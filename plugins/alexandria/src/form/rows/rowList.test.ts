import fc from 'fast-check';
import { freeName, rowsAt, withoutRow, withRow, withRowMoved } from './rowList';

const draft = (...names: string[]) => ({
  environments: names.map(name => ({ name })),
});
const names = (from: Record<string, unknown>) =>
  rowsAt(from, 'environments').map(({ name }) => name);

const lists = fc.array(fc.string(), { minLength: 1, maxLength: 6 });
const someRow = lists.chain(list =>
  fc.tuple(fc.constant(list), fc.nat(list.length - 1), fc.nat(list.length - 1)),
);

describe('rows', () => {
  it('has none where there is no list', () => {
    expect(rowsAt({}, 'environments')).toEqual([]);
  });

  it('puts in what it took out', () => {
    fc.assert(
      fc.property(someRow, ([list, position]) => {
        const before = draft(...list);
        const row = before.environments[position];
        const without = withoutRow(before, 'environments', position);
        expect(names(without)).toHaveLength(list.length - 1);
        expect(withRow(without, 'environments', position, row)).toEqual(before);
      }),
    );
  });

  it('moves back', () => {
    fc.assert(
      fc.property(someRow, ([list, from, to]) => {
        const moved = withRowMoved(draft(...list), 'environments', from, to);
        expect(names(moved)[to]).toBe(list[from]);
        expect(withRowMoved(moved, 'environments', to, from)).toEqual(
          draft(...list),
        );
      }),
    );
  });
});

describe('freeName', () => {
  it.each([
    ['dev', [], 'dev-2'],
    ['dev', ['dev', 'dev-2'], 'dev-3'],
    ['dev-2', ['dev', 'dev-2'], 'dev-3'],
    ['abcdefgh', [], 'abcdef-2'],
  ])('%s beside %j is %s', (name, taken, expected) => {
    const rows = taken.map(each => ({ name: each }));
    expect(freeName(rows, name, 8)).toBe(expected);
  });
});
