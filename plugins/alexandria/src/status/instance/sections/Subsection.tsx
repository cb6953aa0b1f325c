import type { ReactNode } from 'react';
import styles from './Subsection.module.css';

/** A group of facts within a part, with a heading. */
export function Subsection(props: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className={styles.title}>{props.title}</h4>
      {props.children}
    </div>
  );
}
