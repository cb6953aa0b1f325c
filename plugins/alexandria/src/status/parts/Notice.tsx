import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from '../../parts/CopyButton';
import styles from './Notice.module.css';

/** Says why there is nothing to show, and what to do about it. */
export function Notice(props: {
  icon: ReactElement;
  title: string;
  children?: ReactNode;
  /** Lines to copy, and what they are. */
  code?: { what: string; text: string };
  actions?: ReactNode;
}) {
  const { icon, title, children, code, actions } = props;
  return (
    <div className={styles.notice}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.content}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && (
          <div className={styles.text}>{children}</div>
        )}
        {code && (
          <div className={styles.code}>
            <pre className={styles.pre}>{code.text}</pre>
            <CopyButton what={code.what} text={() => code.text} />
          </div>
        )}
        {actions}
      </div>
    </div>
  );
}
