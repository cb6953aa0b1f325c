import type { Shown } from '@alexandriaproject/alexandria-manifests';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './plan.module.css';

/** One side of a difference: the text, or why there is none to show. */
export function ShownSide({ side }: { side: Shown }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return side.is === 'text' ? (
    <code className={styles.code}>{side.text}</code>
  ) : (
    <em>{t(`change.side.${side.is}`)}</em>
  );
}
