import { CopyButton } from '../../parts/CopyButton';
import styles from './Command.module.css';

/** A command to run, with a button that copies it. */
export function Command({ command }: { command: string }) {
  return (
    <span className={styles.command}>
      <code className={styles.code}>{command}</code>
      <CopyButton what={command} text={() => command} />
    </span>
  );
}
