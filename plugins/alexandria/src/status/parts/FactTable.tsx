import type { ReactNode } from 'react';
import styles from './FactTable.module.css';

/**
 * A table that becomes a list of rows, each cell with its column's name, where there is no room beside each other. It is made of
 * roles because a browser forgets that a `table` is one when its layout is another.
 */
export function FactTable(props: {
  /** What the table is of. */
  label: string;
  columns: string[];
  rows: { id: string; cells: ReactNode[] }[];
}) {
  const { label, columns, rows } = props;
  return (
    <div role="table" aria-label={label} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.headRow}>
          {columns.map(column => (
            <div key={column} role="columnheader" className={styles.column}>
              {column}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body}>
        {rows.map(({ id, cells }) => (
          <div key={id} role="row" className={styles.row}>
            {cells.map((cell, index) => (
              <div
                key={columns[index]}
                role="cell"
                data-label={columns[index]}
                className={styles.cell}
              >
                <div>{cell}</div>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
