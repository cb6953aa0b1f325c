import type { FieldDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';

/** One side of a difference: a value, or why there is none to show. */
export function DriftSide(props: {
  field: Omit<FieldDrift, 'writer'>;
  side: 'expected' | 'live';
}) {
  const { field, side } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isNothing =
    field.change === (side === 'expected' ? 'added' : 'removed');
  if (isNothing) {
    return <>{t('status.drift.nothing')}</>;
  }
  const value = field[side];
  if (value !== undefined) {
    return <code>{value}</code>;
  }
  return (
    <>
      {field.withheld ? t('status.drift.withheld') : t('status.drift.several')}
    </>
  );
}
