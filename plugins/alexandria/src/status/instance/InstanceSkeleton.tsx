import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Bone } from '../parts/Bone';
import { HeadlineBone } from '../parts/HeadlineBone';
import styles from './InstanceSkeleton.module.css';
import { SectionsSkeleton } from './SectionsSkeleton';

/** Takes the room of the page of an instance with one Deployment that is well. */
export function InstanceSkeleton() {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <div className={styles.skeleton}>
      <VisuallyHidden>{t('status.loading')}</VisuallyHidden>
      <HeadlineBone />
      <Bone height={18} width="7rem" />
      <Bone height={31} width="40%" />
      <Bone height={24} width="60%" />
      <SectionsSkeleton />
    </div>
  );
}
