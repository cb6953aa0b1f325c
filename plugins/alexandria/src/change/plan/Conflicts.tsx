import type { PlanConflict } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './plan.module.css';
import { ShownSide } from './ShownSide';

/** Where a conflict is, in words. */
export const placeOf = ({ path, field }: PlanConflict) =>
  field === '' ? path : `${path}: ${field}`;

/** Places that were changed by hand and that the answers change otherwise, each with its three sides. */
export function Conflicts(props: {
  conflicts: readonly PlanConflict[];
  /** What stands below each. */
  children?: (conflict: PlanConflict) => ReactNode;
}) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <>
      {props.conflicts.map(conflict => (
        <section
          key={placeOf(conflict)}
          aria-label={placeOf(conflict)}
          className={styles.card}
        >
          <strong className={styles.code}>{placeOf(conflict)}</strong>
          <dl className={styles.sides}>
            <dt>{t('change.conflict.base')}</dt>
            <dd>
              <ShownSide side={conflict.base} />
            </dd>
            <dt>{t('change.conflict.theirs')}</dt>
            <dd>
              <ShownSide side={conflict.theirs} />
            </dd>
            <dt>{t('change.conflict.ours')}</dt>
            <dd>
              <ShownSide side={conflict.ours} />
            </dd>
          </dl>
          <span>{conflict.remedy}</span>
          {props.children?.(conflict)}
        </section>
      ))}
    </>
  );
}
