import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './Caution.module.css';

/** Says that what is shown is not all there is, and why. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <div className={styles.caution}>
      <RiErrorWarningLine aria-hidden size={16} className={styles.icon} />
      <div className={styles.text}>{children}</div>
    </div>
  );
}
