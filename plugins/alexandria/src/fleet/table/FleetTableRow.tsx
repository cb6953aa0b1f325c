import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { memo, useRef } from 'react';
import { useTableCell, useTableRow } from 'react-aria/useTable';
import type { TableState } from 'react-stately/useTableState';
import type { Drawing, FleetColumn } from './columns';
import styles from './FleetTable.module.css';
import type { TableNode } from './RowCollection';

function Drawn(props: {
  column: FleetColumn;
  of: FleetDeployment;
  drawing: Drawing;
}) {
  const { column, of, drawing } = props;
  return <>{column.draw(of, drawing)}</>;
}

/** What a cell says, which is drawn again only when that changes: the focus goes by, and so do the rows. */
const CellContent = memo(Drawn);

function Cell(props: {
  node: TableNode<FleetDeployment>;
  state: TableState<FleetDeployment>;
  column: FleetColumn;
  of: FleetDeployment;
  drawing: Drawing;
}) {
  const { node, state, ...content } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { gridCellProps } = useTableCell(
    { node, isVirtualized: true },
    state,
    ref,
  );
  return (
    <div {...gridCellProps} ref={ref} className={styles.cell}>
      <CellContent {...content} />
    </div>
  );
}

/**
 * A Deployment, in a row that is as high as all others.
 *
 * @param props - `top` is where it is below the headings, in pixels
 */
export function FleetTableRow(props: {
  node: TableNode<FleetDeployment>;
  of: FleetDeployment;
  state: TableState<FleetDeployment>;
  columns: readonly FleetColumn[];
  drawing: Drawing;
  top: number;
}) {
  const { node, of, state, columns, drawing, top } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { rowProps } = useTableRow({ node, isVirtualized: true }, state, ref);
  const cells = [...state.collection.getChildren!(node.key)];
  return (
    <div
      {...rowProps}
      ref={ref}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, index) => (
        <Cell
          key={column.id}
          node={cells[index]}
          {...{ state, column, of, drawing }}
        />
      ))}
    </div>
  );
}
