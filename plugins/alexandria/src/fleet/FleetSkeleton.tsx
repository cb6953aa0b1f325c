import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { Bone } from '../status/parts/Bone';
import { alexandriaTranslationRef } from '../translations/ref';
import styles from './FleetSkeleton.module.css';

const ROWS = 8;

/** Takes the room of counts, filters and the first lines. */
export function FleetSkeleton() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{t('status.loading')}</VisuallyHidden>
      <Bone height={32} width="60%" />
      <Bone height={32} width="80%" />
      <Bone height={56} />
      <div className={styles.rows} aria-hidden>
        {Array.from({ length: ROWS }, (_, index) => (
          <Bone key={index} height={52} />
        ))}
      </div>
    </div>
  );
}
