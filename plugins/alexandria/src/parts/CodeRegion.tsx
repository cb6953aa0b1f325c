import { Box } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './CodeRegion.module.css';

/** A frame that text scrolls in, by keyboard too. */
export function CodeRegion(props: { label: string; children: ReactNode }) {
  return (
    <Box
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className={styles.region}
    >
      {props.children}
    </Box>
  );
}
