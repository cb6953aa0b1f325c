import { Bone } from '../parts/Bone';
import { detailsParts } from '../words/detailsParts';
import styles from './SectionsSkeleton.module.css';

/** Takes the room of the parts of a Deployment, all of them closed. */
export function SectionsSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden>
      {detailsParts.map(part => (
        <Bone key={part} height={42} />
      ))}
    </div>
  );
}
