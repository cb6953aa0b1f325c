import { Skeleton } from '@backstage/ui';
import styles from './Bone.module.css';

/** Takes the room of something that is yet to come. */
export function Bone(props: { height: number; width?: string }) {
  const { height, width = '100%' } = props;
  return <Skeleton height={height} width={width} className={styles.bone} />;
}
