import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Bone } from '../parts/Bone';
import { HeadlineBone } from '../parts/HeadlineBone';
import styles from './CardSkeleton.module.css';

/** Takes the room of a headline and a Deployment, so that nothing jumps when they come. */
export function CardSkeleton() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{t('status.loading')}</VisuallyHidden>
      <HeadlineBone />
      <div className={styles.row}>
        <Bone height={36} width="20%" />
        <Bone height={36} />
      </div>
    </div>
  );
}
