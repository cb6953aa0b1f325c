import { Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './Group.module.css';

/** Fields that belong together, under a heading that assistive technology reads with them. */
export function Group(props: {
  title: string;
  help?: string;
  /** Without a frame: for a group that holds framed ones, or stands in one. */
  isPlain?: boolean;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
  'data-row'?: number;
}) {
  const { title, help, isPlain, actions, children, ...rest } = props;
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className={styles.group}
      data-plain={isPlain}
      {...rest}
    >
      <div className={styles.header}>
        <Text as="h3" variant="title-x-small" id={id}>
          {title}
        </Text>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {help && (
        <Text as="p" variant="body-small" color="secondary">
          {help}
        </Text>
      )}
      {children}
    </div>
  );
}
