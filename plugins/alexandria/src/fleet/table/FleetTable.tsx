import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  useBreakpoint,
} from '@backstage/ui';
import { useMemo } from 'react';
import { TableLayout, Virtualizer } from 'react-aria-components';
import { useNavigate } from 'react-router-dom';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { Sort } from '../state/FleetState';
import { rowKey } from '../words/rowKey';
import { columnsOf, sortOf, type Drawing } from './columns';
import styles from './FleetTable.module.css';

/** In pixels, of two lines; all are as high as each other, so that where one is is known without drawing those before it. */
const ROW_HEIGHT = 60;
const NARROW_ROW_HEIGHT = 84;
const HEADING_HEIGHT = 40;

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
  const columns = useMemo(() => columnsOf(isNarrow), [isNarrow]);
  const layoutOptions = useMemo(
    () => ({
      rowHeight: isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT,
      headingHeight: HEADING_HEIGHT,
    }),
    [isNarrow],
  );
  return (
    <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
      <TableRoot
        aria-label={t('fleet.title')}
        className={styles.table}
        sortDescriptor={{
          column: sort.column,
          direction: sort.isDescending ? 'descending' : 'ascending',
        }}
        onSortChange={({ column, direction }) => {
          const by = sortOf(String(column));
          if (by) {
            onSort({ column: by, isDescending: direction === 'descending' });
          }
        }}
      >
        <TableHeader columns={columns}>
          {({ id, label, share, minWidth }) => (
            <Column
              id={id}
              isRowHeader={id === 'instance'}
              allowsSorting={sortOf(id) !== undefined}
              width={`${share}fr`}
              minWidth={minWidth}
            >
              {t(label)}
            </Column>
          )}
        </TableHeader>
        <TableBody items={deployments} dependencies={[columns, drawing, t]}>
          {of => (
            <Row
              id={rowKey(of)}
              columns={columns}
              dependencies={[columns, drawing, t]}
              onAction={() => navigate(drawing.hrefOf(of))}
              className={styles.row}
            >
              {({ draw }) => (
                <Cell className={styles.cell}>{draw(of, drawing)}</Cell>
              )}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </Virtualizer>
  );
}
