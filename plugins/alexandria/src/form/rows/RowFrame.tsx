import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiFileCopyLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { answerAt } from '../answerAt';
import { useAnswers, useForm } from '../AnswersContext';
import { Group } from '../Group';
import type { Row } from './rowList';

/** One row of a list: its name, the buttons that change the list, and its fields. */
export function RowFrame(props: {
  position: number;
  count: number;
  path: string;
  nameOf(row: Row | undefined, position: number): string;
  onMove(to: number): void;
  /** Absent when no row may be added. */
  onDuplicate?(): void;
  /** Absent when no row may be removed. */
  onRemove?(): void;
  children: ReactNode;
}) {
  const { position, count, path, nameOf, onMove, onDuplicate, onRemove } =
    props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { disabled } = useForm();
  const name = useAnswers(draft => {
    const found = answerAt(draft, `${path}.name`);
    return typeof found === 'string' ? found : '';
  });
  const row = nameOf({ name }, position);
  return (
    <Group
      title={row}
      data-row={position}
      actions={
        <>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiArrowUpLine aria-hidden />}
            aria-label={t('form.rows.up', { row })}
            isDisabled={disabled || position === 0}
            onPress={() => onMove(position - 1)}
            data-move="up"
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiArrowDownLine aria-hidden />}
            aria-label={t('form.rows.down', { row })}
            isDisabled={disabled || position === count - 1}
            onPress={() => onMove(position + 1)}
            data-move="down"
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiFileCopyLine aria-hidden />}
            aria-label={t('form.rows.duplicateRow', { row })}
            isDisabled={disabled || onDuplicate === undefined}
            onPress={onDuplicate}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine aria-hidden />}
            aria-label={t('form.rows.removeRow', { row })}
            isDisabled={disabled || onRemove === undefined}
            onPress={onRemove}
          />
        </>
      }
    >
      {props.children}
    </Group>
  );
}
