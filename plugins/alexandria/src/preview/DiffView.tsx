import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { memo } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { CodeRegion } from '../parts/CodeRegion';
import type { DiffBlock, Difference } from './differences';
import styles from './DiffView.module.css';

const elements = {
  hunk: 'span',
  same: 'span',
  removed: 'del',
  added: 'ins',
} as const;

function Block(props: { block: DiffBlock; environment: string }) {
  const { block, environment } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const Element = elements[block.sort];
  return (
    <Element className={styles[block.sort]}>
      {(block.sort === 'removed' || block.sort === 'added') && (
        <VisuallyHidden className={styles.spoken}>
          {t('preview.differences.linesOnlyIn', { environment })}
        </VisuallyHidden>
      )}
      {block.text}
    </Element>
  );
}

/**
 * A unified diff. Which side a line is on is told by its sign, by its element, by words for a screen reader, and last by
 * its colour.
 */
export const DiffView = memo(function Diff(props: {
  difference: Difference;
  /** Names of the two environments. */
  before: string;
  after: string;
}) {
  const { difference, before, after } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return (
    <CodeRegion
      label={t('preview.differences.region', { what: difference.id })}
    >
      <pre className={styles.text}>
        {difference.blocks.map((block, index) => (
          <Block
            key={index}
            block={block}
            environment={block.sort === 'removed' ? before : after}
          />
        ))}
      </pre>
    </CodeRegion>
  );
});
