import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { RiArrowUpLine } from '@remixicon/react';
import { useRef } from 'react';
import {
  useTableColumnHeader,
  useTableHeaderRow,
  useTableRowGroup,
} from 'react-aria/useTable';
import type { TableState } from 'react-stately/useTableState';
import styles from './FleetTable.module.css';
import type { TableNode } from './RowCollection';

function Heading(props: {
  node: TableNode<FleetDeployment>;
  state: TableState<FleetDeployment>;
}) {
  const { node, state } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { columnHeaderProps } = useTableColumnHeader(
    { node, isVirtualized: true },
    state,
    ref,
  );
  const { sortDescriptor } = state;
  return (
    <div
      {...columnHeaderProps}
      ref={ref}
      className={styles.heading}
      data-allows-sorting={node.props.allowsSorting || undefined}
      data-sort-direction={
        sortDescriptor?.column === node.key
          ? sortDescriptor?.direction
          : undefined
      }
    >
      <span className={styles.headingText}>{node.textValue}</span>
      {node.props.allowsSorting && (
        <RiArrowUpLine aria-hidden size={16} className={styles.arrow} />
      )}
    </div>
  );
}

/** What the columns are called, which stays where it is while the rows below go by. */
export function FleetTableHead({
  state,
}: {
  state: TableState<FleetDeployment>;
}) {
  const [row] = state.collection.headerRows;
  const ref = useRef<HTMLDivElement>(null);
  const { rowGroupProps } = useTableRowGroup();
  const { rowProps } = useTableHeaderRow(
    { node: row, isVirtualized: true },
    state,
    ref,
  );
  return (
    <div {...rowGroupProps} className={styles.head}>
      <div {...rowProps} ref={ref} className={styles.headRow}>
        {state.collection.columns.map(node => (
          <Heading key={node.key} node={node} state={state} />
        ))}
      </div>
    </div>
  );
}
