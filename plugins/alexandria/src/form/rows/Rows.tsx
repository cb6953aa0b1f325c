import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { answerAt } from '../answerAt';
import { useAnswers, useForm } from '../AnswersContext';
import { RowFrame } from './RowFrame';
import { rowsAt, withoutRow, withRow, withRowMoved, type Row } from './rowList';
import styles from './Rows.module.css';

/** The lists of the form, by the end of their message keys. */
export type RowsKind = 'environments' | 'providers' | 'llmBackends';

/**
 * A list of answers: rows are added, duplicated, removed (with undo) and moved by buttons, and each of these is said
 * to those who do not see it.
 */
export function Rows(props: {
  path: string;
  kind: RowsKind;
  minimum?: number;
  maximum: number;
  /** The answers of a new row. */
  blank(rows: readonly Row[]): Row;
  /** The answers of a copy. */
  copy(row: Row, rows: readonly Row[]): Row;
  /** What to show in place of an empty list. */
  empty?: ReactNode;
  children(path: string): ReactNode;
}) {
  const { path, kind, minimum = 0, maximum, blank, copy, empty } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { store, disabled, announce } = useForm();
  const count = useAnswers(draft => rowsAt(draft, path).length);
  const [removed, setRemoved] = useState<{ position: number; row: Row }>();
  const list = useRef<HTMLDivElement>(null);
  const [focusNext, setFocusNext] = useState<{ selector: string }>();

  // Buttons go and come as rows do: whoever pressed one goes on where the row went.
  useEffect(() => {
    if (focusNext !== undefined) {
      list.current?.querySelector<HTMLElement>(focusNext.selector)?.focus();
    }
  }, [focusNext]);

  const nameOf = (row: Row | undefined, position: number) => {
    const name = answerAt(row, 'name');
    const one = t(`form.rows.one.${kind}`);
    return typeof name === 'string' && name !== ''
      ? `${one} ${name}`
      : t('form.path.position', {
          label: one,
          position: String(position + 1),
        });
  };
  const rowAt = (position: number) => rowsAt(store.draft, path)[position];

  const insert = (position: number, row: Row, said: 'added' | 'restored') => {
    store.forget(path);
    store.edit(draft => withRow(draft, path, position, row));
    setRemoved(undefined);
    setFocusNext({ selector: `[data-row="${position}"] input` });
    announce(
      t(`form.rows.${said}`, {
        row: nameOf(row, position),
        position: String(position + 1),
      }),
    );
  };
  const remove = (position: number) => {
    const row = rowAt(position);
    store.forget(path);
    store.edit(draft => withoutRow(draft, path, position));
    setRemoved({ position, row });
    setFocusNext({ selector: '[data-undo]' });
    announce(t('form.rows.removed', { row: nameOf(row, position) }));
  };
  const move = (from: number, to: number) => {
    const row = rowAt(from);
    store.forget(path);
    store.edit(draft => withRowMoved(draft, path, from, to));
    setRemoved(undefined);
    const way = to < from ? 'up' : 'down';
    const isEnd = to === 0 || to === count - 1;
    const other = way === 'up' ? 'down' : 'up';
    setFocusNext({
      selector: `[data-row="${to}"] [data-move="${isEnd ? other : way}"]`,
    });
    announce(
      t('form.rows.moved', {
        row: nameOf(row, from),
        position: String(to + 1),
        total: String(count),
      }),
    );
  };

  return (
    <div ref={list} className={styles.rows}>
      {count === 0 && empty}
      {Array.from({ length: count }, (_row, position) => (
        <RowFrame
          // Rows are told apart by their position only: their answers hold no identity.
          key={position}
          position={position}
          count={count}
          path={`${path}[${position}]`}
          nameOf={nameOf}
          onMove={to => move(position, to)}
          onDuplicate={
            count < maximum
              ? () => {
                  const rows = rowsAt(store.draft, path);
                  insert(position + 1, copy(rows[position], rows), 'added');
                }
              : undefined
          }
          onRemove={count > minimum ? () => remove(position) : undefined}
        >
          {props.children(`${path}[${position}]`)}
        </RowFrame>
      ))}
      {removed && (
        <Flex align="center" gap="2" className={styles.removed}>
          <Text>
            {t('form.rows.removed', {
              row: nameOf(removed.row, removed.position),
            })}
          </Text>
          <Button
            size="small"
            variant="secondary"
            data-undo
            onPress={() => insert(removed.position, removed.row, 'restored')}
          >
            {t('form.rows.undo')}
          </Button>
        </Flex>
      )}
      <div>
        <Button
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={disabled || count >= maximum}
          onPress={() =>
            insert(count, blank(rowsAt(store.draft, path)), 'added')
          }
        >
          {t(`form.rows.add.${kind}`)}
        </Button>
      </div>
    </div>
  );
}
