import type { ReactNode } from 'react';
import styles from './CodeRegion.module.css';

/** A frame that text scrolls in, by keyboard too. */
export function CodeRegion(props: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className={styles.region}
    >
      {props.children}
    </div>
  );
}
