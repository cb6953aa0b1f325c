import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { DeploymentStatus } from '../DeploymentStatus';
import styles from './ReplicaMarks.module.css';

/** More than these are only counted. */
const MOST = 12;

type Replicas = NonNullable<DeploymentStatus['replicas']>;

/** A mark for each replica: full when available, half when ready and not yet available, hollow when it is not there. */
function marksOf({ wanted, ready, available }: Replicas) {
  const total = Math.max(wanted, ready, available);
  return Array.from({ length: total }, (_, index) => {
    if (index < available) {
      return 'available';
    }
    return index < ready ? 'ready' : 'wanted';
  });
}

/** Replicas as marks, and in words. */
export function ReplicaMarks({ replicas }: { replicas: Replicas }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { wanted, updated, available } = replicas;
  const marks = marksOf(replicas);
  const isRolling = updated < wanted;
  return (
    <span className={styles.replicas}>
      {marks.length > 0 && marks.length <= MOST && (
        <span aria-hidden className={styles.marks}>
          {marks.map((state, index) => (
            <span key={index} className={styles.mark} data-state={state} />
          ))}
        </span>
      )}
      <span>
        {wanted === 0 && marks.length === 0
          ? t('status.replicas.none')
          : t('status.replicas.available', {
              available: String(available),
              wanted: String(wanted),
            })}
        {isRolling &&
          t('status.replicas.updated', { updated: String(updated) })}
      </span>
    </span>
  );
}
