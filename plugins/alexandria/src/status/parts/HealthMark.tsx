import type { Health } from '@alexandriaproject/backstage-plugin-alexandria-common';
import styles from './HealthMark.module.css';
import { healthIcons } from './healthIcons';

/**
 * A health in the word of Argo CD, with its shape and color. The words are names, so they are the same in every language.
 */
export function HealthMark(props: { health: Health; isIconOnly?: boolean }) {
  const { health, isIconOnly = false } = props;
  const Icon = healthIcons[health];
  return (
    <span className={styles.mark} data-health={health}>
      {isIconOnly ? (
        <Icon
          role="img"
          aria-label={health}
          size={16}
          className={styles.icon}
        />
      ) : (
        <>
          <Icon aria-hidden size={16} className={styles.icon} />
          {health}
        </>
      )}
    </span>
  );
}
