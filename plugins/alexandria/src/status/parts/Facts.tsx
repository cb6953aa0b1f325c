import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Facts with their names, as many beside each other as there is room for. */
export function Facts(props: {
  /** All the room is theirs, for values that are long; otherwise facts of several lists are in the same columns. */
  isSpread?: boolean;
  children: ReactNode;
}) {
  const { isSpread = false, children } = props;
  return (
    <dl className={styles.facts} data-spread={isSpread}>
      {children}
    </dl>
  );
}

/** One fact; nothing when it is not known. */
export function Fact(props: {
  label: string;
  /** Which fact it is, for whoever lays them out. */
  name?: string;
  children: ReactNode;
}) {
  const { label, name, children } = props;
  return children === undefined || children === null ? null : (
    <div className={styles.fact} data-fact={name}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
