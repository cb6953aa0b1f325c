import type { ReactNode } from 'react';
import styles from './Columns.module.css';

/** Short fields beside each other where there is room. */
export function Columns(props: { children: ReactNode }) {
  return <div className={styles.columns}>{props.children}</div>;
}
