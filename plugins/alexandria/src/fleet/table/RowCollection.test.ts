import fc from 'fast-check';
import { RowCollection } from './RowCollection';

const COLUMNS = [
  { id: 'name', text: 'Name', isRowHeader: true, allowsSorting: true },
  { id: 'place', text: 'Place' },
];

interface Item {
  id: string;
}

function collectionOf(ids: readonly string[], textOf = (of: Item) => of.id) {
  return new RowCollection<Item>({
    columns: COLUMNS,
    items: ids.map(id => ({ id })),
    keyOf: ({ id }) => `row/${id}`,
    textOf,
  });
}

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9./-]{1,12}$/));

describe('RowCollection', () => {
  it('is gone through either way, from row to row and from cell to cell', () => {
    fc.assert(
      fc.property(ids, given => {
        const rows = collectionOf(given);
        const keys = given.map(id => `row/${id}`);
        const forwards: unknown[] = [];
        for (
          let key: string | number | null = rows.getFirstKey();
          key !== null;
          key = rows.getKeyAfter(key)
        ) {
          forwards.push(key);
        }
        const backwards: unknown[] = [];
        for (
          let key: string | number | null = rows.getLastKey();
          key !== null;
          key = rows.getKeyBefore(key)
        ) {
          backwards.push(key);
        }
        expect(forwards).toEqual(keys);
        expect(backwards).toEqual([...keys].reverse());
        expect([...rows.getKeys()]).toEqual(keys);
        for (const [index, key] of keys.entries()) {
          const cells = [...rows.getChildren(key)];
          expect(cells.map(cell => rows.indexOf(cell.key))).toEqual([
            ...[index, index],
          ]);
          expect(cells.map(cell => cell.column?.key)).toEqual([
            ...['name', 'place'],
          ]);
          expect(cells.map(cell => cell.parentKey)).toEqual([key, key]);
          expect(rows.getKeyAfter(cells[0].key)).toBe(cells[1].key);
          expect(rows.getKeyBefore(cells[1].key)).toBe(cells[0].key);
          expect(rows.getKeyAfter(cells[1].key)).toBeNull();
        }
      }),
    );
  });

  it('has the same row, cell and heading for a key every time, whichever is asked for first', () => {
    fc.assert(
      fc.property(ids, fc.nat(), (given, at) => {
        fc.pre(given.length > 0);
        const rows = collectionOf(given);
        const index = at % given.length;
        const key = `row/${given[index]}`;
        const cell = rows.getItem(`${key}\nplace`);
        expect(cell?.key).toBe(`${key}\nplace`);
        const row = rows.getItem(key)!;
        expect([...row.childNodes][1]).toBe(cell);
        expect(rows.at(index)).toBe(row);
        expect(rows.rows[index]).toBe(row);
        expect(row.value).toEqual({ id: given[index] });
        expect(rows.getItem('place')).toBe(rows.columns[1]);
      }),
    );
  });

  it.each(['row/gone', 'row/gone\nname', 'row/a\ngone', ''])(
    'has nothing for %j',
    key => {
      expect(collectionOf(['a', 'b']).getItem(key)).toBeNull();
    },
  );

  it('makes only the rows that are asked for', () => {
    const asked: string[] = [];
    const rows = collectionOf(
      Array.from({ length: 5_000 }, (_, index) => String(index)),
      ({ id }) => {
        asked.push(id);
        return id;
      },
    );
    rows.at(4_000);
    rows.getItem('row/17\nplace');
    rows.keyAt(3);
    rows.indexOf('row/9');
    expect(asked).toEqual(['4000', '17']);
  });

  it('names a row by what the cell says that is its header', () => {
    const rows = collectionOf(['a'], () => 'assistant');
    expect(rows.rowHeaderColumnKeys).toEqual(new Set(['name']));
    expect(rows.getTextValue('row/a')).toBe('assistant');
    expect(rows.getTextValue('row/a\nname')).toBe('assistant');
    expect(rows.getTextValue('row/a\nplace')).toBe('');
  });
});
