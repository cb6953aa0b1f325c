import type { RefObject } from 'react';
import type { AriaTableProps } from 'react-aria/useTable';

type Layout = NonNullable<AriaTableProps['layoutDelegate']>;

/** Where rows are that are all as high as each other, drawn or not: what a page up or down is, is told by that. */
export class RowLayout implements Layout {
  readonly #rows: { size: number; indexOf(key: unknown): number | undefined };
  readonly #table: RefObject<HTMLElement>;
  readonly #heights: { heading: number; row: number };

  /** @param heights - in pixels */
  constructor(
    rows: { size: number; indexOf(key: unknown): number | undefined },
    table: RefObject<HTMLElement>,
    heights: { heading: number; row: number },
  ) {
    this.#rows = rows;
    this.#table = table;
    this.#heights = heights;
  }

  getItemRect(key: unknown) {
    const index = this.#rows.indexOf(key);
    const { heading, row } = this.#heights;
    return index === undefined
      ? null
      : {
          ...{ x: 0, y: heading + index * row },
          ...{ width: this.getContentSize().width, height: row },
        };
  }

  /** Without what the headings hide. */
  getVisibleRect() {
    const { heading } = this.#heights;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } =
      this.#table.current!;
    return {
      ...{ x: scrollLeft, y: scrollTop + heading },
      ...{ width: clientWidth, height: clientHeight - heading },
    };
  }

  getContentSize() {
    const { heading, row } = this.#heights;
    return {
      width: this.#table.current?.scrollWidth ?? 0,
      height: heading + this.#rows.size * row,
    };
  }
}
