import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useBreakpoint } from '@backstage/ui';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, type CSSProperties } from 'react';
import { useTable, useTableRowGroup } from 'react-aria/useTable';
import { useTableState } from 'react-stately/useTableState';
import { useNavigate } from 'react-router-dom';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { Sort } from '../state/FleetState';
import { instanceName, rowKey } from '../words/rowKey';
import { columnsOf, sortOf, type Drawing } from './columns';
import styles from './FleetTable.module.css';
import { FleetTableHead } from './FleetTableHead';
import { FleetTableRow } from './FleetTableRow';
import { RowCollection } from './RowCollection';
import { RowLayout } from './RowLayout';

/** In pixels, of two lines; all are as high as each other, so that where one is is known without drawing those before it. */
const ROW_HEIGHT = 60;
const NARROW_ROW_HEIGHT = 84;
const HEADING_HEIGHT = 40;

/** Rows that are drawn above and below those that are to be seen, so that a turn of the wheel finds them there. */
const MORE_ROWS = 4;

/**
 * Deployments as a table, of which only those lines are drawn that are to be seen. It is a grid to assistive technology, with the count of
 * all its rows, and is gone through with the arrow keys.
 */
export function FleetTable(props: {
  deployments: readonly FleetDeployment[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  drawing: Drawing;
}) {
  const { deployments, sort, onSort, drawing } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isNarrow = !useBreakpoint().up('sm');
  const navigate = useNavigate();
  const ref = useRef<HTMLDivElement>(null);
  const rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const columns = useMemo(() => columnsOf(isNarrow), [isNarrow]);
  const rows = useMemo(
    () =>
      new RowCollection({
        columns: columns.map(({ id, label }) => ({
          ...{ id, text: t(label), isRowHeader: id === 'instance' },
          allowsSorting: sortOf(id) !== undefined,
        })),
        ...{ items: deployments, keyOf: rowKey, textOf: instanceName },
      }),
    [columns, deployments, t],
  );
  const layoutDelegate = useMemo(
    () => new RowLayout(rows, ref, { heading: HEADING_HEIGHT, row: rowHeight }),
    [rows, rowHeight],
  );
  const state = useTableState<FleetDeployment>({
    collection: rows,
    sortDescriptor: {
      column: sort.column,
      direction: sort.isDescending ? 'descending' : 'ascending',
    },
    onSortChange: ({ column, direction }) => {
      const by = sortOf(String(column));
      if (by) {
        onSort({ column: by, isDescending: direction === 'descending' });
      }
    },
  });
  const { gridProps } = useTable(
    {
      'aria-label': t('fleet.title'),
      ...{ isVirtualized: true, layoutDelegate },
      onRowAction: key => {
        const index = rows.indexOf(key);
        if (index !== undefined) {
          navigate(drawing.hrefOf(deployments[index]));
        }
      },
    },
    state,
    ref,
  );
  const { rowGroupProps } = useTableRowGroup();
  // What has the focus stays there to have it, wherever one has scrolled to.
  const focused = rows.indexOf(state.selectionManager.focusedKey);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return focused === undefined || drawn.includes(focused)
        ? drawn
        : [...drawn, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  // Another function makes it measure all rows anew, which it is to do for other rows and heights, and not while one scrolls.
  const getItemKey = useCallback((index: number) => rows.keyAt(index), [rows]);
  const virtualizer = useVirtualizer({
    count: rows.size,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    getItemKey,
    scrollMargin: HEADING_HEIGHT,
    overscan: MORE_ROWS,
    rangeExtractor,
  });
  const sizes = {
    '--columns': columns
      .map(({ minWidth, share }) => `minmax(${minWidth}px, ${share}fr)`)
      .join(' '),
    '--least-width': `${columns.reduce(
      (sum, { minWidth }) => sum + minWidth,
      0,
    )}px`,
    '--heading-height': `${HEADING_HEIGHT}px`,
    '--row-height': `${rowHeight}px`,
  } as CSSProperties;
  return (
    <div {...gridProps} ref={ref} className={styles.table} style={sizes}>
      <FleetTableHead state={state} />
      <div
        {...rowGroupProps}
        className={styles.body}
        style={{ height: rows.size * rowHeight }}
      >
        {virtualizer.getVirtualItems().map(({ index, key }) => (
          <FleetTableRow
            key={key}
            node={rows.at(index)!}
            of={deployments[index]}
            top={index * rowHeight}
            {...{ state, columns, drawing }}
          />
        ))}
      </div>
    </div>
  );
}
