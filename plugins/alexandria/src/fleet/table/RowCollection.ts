import type { TableState } from 'react-stately/useTableState';

type TableCollection<T> = TableState<T>['collection'];

/** A heading, a row or a cell, as React Aria goes through them. */
export type TableNode<T> = TableCollection<T>['columns'][number];

export interface TableColumn {
  id: string;
  /** What its heading says. */
  text: string;
  /** Whether what its cells say names the row. */
  isRowHeader?: boolean;
  allowsSorting?: boolean;
}

const HEAD = 'head';
const BODY = 'body';

/** Between the key of a row and the id of a column in the key of a cell. It is in neither. */
const SEPARATOR = '\n';

/**
 * The rows of a table, for React Aria's hooks. Those of its components make an object of every cell, and draw each once to do so; here a row
 * and its cells come to be when somebody asks for them, so that thousands of rows cost what is seen of them.
 */
export class RowCollection<T extends object> implements TableCollection<T> {
  readonly columns: TableNode<T>[];
  readonly headerRows: TableNode<T>[];
  readonly rowHeaderColumnKeys: Set<string>;
  readonly head: TableNode<T>;
  readonly body: TableNode<T>;
  readonly #items: readonly T[];
  readonly #keys: readonly string[];
  readonly #textOf: (item: T) => string;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #known = new Map<string, TableNode<T>>();

  /** @param options - `keyOf` tells an item from all others; `textOf` is what is typed to find it */
  constructor(options: {
    columns: readonly TableColumn[];
    items: readonly T[];
    keyOf: (item: T) => string;
    textOf: (item: T) => string;
  }) {
    const { columns, items, keyOf, textOf } = options;
    this.#items = items;
    this.#keys = items.map(keyOf);
    this.#textOf = textOf;
    this.#indices = new Map(this.#keys.map((key, index) => [key, index]));
    this.columns = columns.map((column, index) =>
      this.#node({
        ...{ type: 'column', key: column.id, index, parentKey: HEAD },
        ...{ textValue: column.text, props: column },
        prevKey: columns[index - 1]?.id ?? null,
        nextKey: columns[index + 1]?.id ?? null,
      }),
    );
    this.rowHeaderColumnKeys = new Set(
      columns.filter(({ isRowHeader }) => isRowHeader).map(({ id }) => id),
    );
    this.headerRows = [
      this.#node({
        ...{ type: 'headerrow', key: 'headings', index: 0 },
        hasChildNodes: true,
      }),
    ];
    this.head = this.#node({ type: 'tableheader', key: HEAD, index: 0 });
    this.body = this.#node({
      ...{ type: 'tablebody', key: BODY, index: 1 },
      hasChildNodes: true,
    });
  }

  #node(
    of: Pick<TableNode<T>, 'type' | 'index'> & { key: string } & Partial<
        TableNode<T>
      >,
  ): TableNode<T> {
    const { key } = of;
    const childrenOf = () => this.getChildren(key);
    const node: TableNode<T> = {
      ...{ value: null, level: 0, hasChildNodes: false, rendered: null },
      ...{ textValue: '', props: {} },
      ...of,
      get childNodes() {
        return childrenOf();
      },
    };
    this.#known.set(key, node);
    return node;
  }

  #row(index: number): TableNode<T> | null {
    const key = this.#keys[index];
    if (key === undefined) {
      return null;
    }
    const value = this.#items[index];
    return (
      this.#known.get(key) ??
      this.#node({
        ...{ type: 'item', key, index, value, parentKey: BODY },
        ...{ textValue: this.#textOf(value), hasChildNodes: true },
        prevKey: this.#keys[index - 1] ?? null,
        nextKey: this.#keys[index + 1] ?? null,
      })
    );
  }

  #cell(row: TableNode<T>, index: number): TableNode<T> | null {
    const column = this.columns[index];
    if (!column) {
      return null;
    }
    const keyIn = (other: TableNode<T> | undefined) =>
      other ? `${row.key}${SEPARATOR}${other.key}` : null;
    const key = `${row.key}${SEPARATOR}${column.key}`;
    return (
      this.#known.get(key) ??
      this.#node({
        ...{ type: 'cell', key, index, column, level: 1 },
        ...{ value: row.value, parentKey: row.key },
        textValue: this.rowHeaderColumnKeys.has(String(column.key))
          ? row.textValue
          : '',
        prevKey: keyIn(this.columns[index - 1]),
        nextKey: keyIn(this.columns[index + 1]),
      })
    );
  }

  get size(): number {
    return this.#keys.length;
  }

  get columnCount(): number {
    return this.columns.length;
  }

  /** All of them, each made: for what looks at one, `at` does. */
  get rows(): TableNode<T>[] {
    return [...this.getChildren(BODY)];
  }

  /** The number of the row that a key is of, or of the cell of which it is; undefined for one of no row. */
  indexOf(key: unknown): number | undefined {
    const [row] = String(key).split(SEPARATOR);
    return this.#indices.get(row);
  }

  getItem(key: string | number): TableNode<T> | null {
    const known = this.#known.get(String(key));
    if (known) {
      return known;
    }
    const [, column] = String(key).split(SEPARATOR);
    const index = this.indexOf(key);
    const row = index === undefined ? null : this.#row(index);
    return row && column !== undefined
      ? this.#cell(
          row,
          this.columns.findIndex(each => each.key === column),
        )
      : row;
  }

  *getChildren(key: string | number): Iterable<TableNode<T>> {
    if (key === BODY) {
      for (let index = 0; index < this.size; index++) {
        yield this.#row(index)!;
      }
    } else if (key === HEAD || key === this.headerRows[0].key) {
      yield* this.columns;
    } else {
      const node = this.getItem(key);
      if (node?.type === 'item') {
        for (let index = 0; index < this.columns.length; index++) {
          yield this.#cell(node, index)!;
        }
      }
    }
  }

  getKeys(): Iterable<string> {
    return this.#keys;
  }

  getKeyBefore(key: string | number) {
    return this.getItem(key)?.prevKey ?? null;
  }

  getKeyAfter(key: string | number) {
    return this.getItem(key)?.nextKey ?? null;
  }

  getFirstKey(): string | null {
    return this.#keys[0] ?? null;
  }

  getLastKey(): string | null {
    return this.#keys.at(-1) ?? null;
  }

  at(index: number): TableNode<T> | null {
    return this.#row(index);
  }

  /** The key of a row, which is not made for that. */
  keyAt(index: number): string {
    return this.#keys[index];
  }

  getTextValue(key: string | number): string {
    return this.getItem(key)?.textValue ?? '';
  }

  *[Symbol.iterator](): IterableIterator<TableNode<T>> {
    yield this.head;
    yield this.body;
  }
}
