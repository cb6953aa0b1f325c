import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import styles from './Omitted.module.css';

/** Says how many more there are of a list that holds only the first. */
export function Omitted({ count }: { count: number | undefined }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return count === undefined || count === 0 ? null : (
    <p className={styles.omitted}>{t('status.omitted', { count })}</p>
  );
}
