import { memo, useMemo } from 'react';
import styles from './CodeBlock.module.css';
import { CodeRegion } from '../parts/CodeRegion';

function numbered(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return Array.from({ length: lines }, (_, index) => index + 1).join('\n');
}

/**
 * Text with line numbers.
 *
 * Two text nodes whatever its length, so that a long file costs the page no more elements than a short one.
 */
export const CodeBlock = memo(function Code(props: {
  /** Name of the region for a screen reader. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const numbers = useMemo(() => numbered(text), [text]);
  return (
    <CodeRegion label={label}>
      <pre aria-hidden className={styles.numbers}>
        {numbers}
      </pre>
      <pre className={styles.text}>{text}</pre>
    </CodeRegion>
  );
});
