import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { useDeferredValue, useState } from 'react';
import { alexandriaTranslationRef } from '../translations/ref';
import { computePreview } from './computePreview';
import styles from './InstancePreview.module.css';
import { PreviewBoundary } from './PreviewBoundary';
import { PreviewTabs } from './PreviewTabs';

/** The preview of answers, carried on from the one before. */
function usePreview(answers: unknown) {
  const [state, setState] = useState(() => ({
    answers,
    preview: computePreview(answers),
  }));
  if (state.answers === answers) {
    return state.preview;
  }
  const preview = computePreview(answers, state.preview);
  setState({ answers, preview });
  return preview;
}

function Follow({ answers }: { answers: unknown }) {
  return <PreviewTabs preview={usePreview(answers)} />;
}

/**
 * What will be generated from the answers, worked out in the browser. Typing goes first: the preview follows when there
 * is time, and keeps showing the last complete answers while there are problems.
 *
 * @param answers - as typed so far, of any shape; a new value for every change
 */
export function InstancePreview({ answers }: { answers: unknown }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const deferred = useDeferredValue(answers);
  return (
    <div className={styles.root}>
      <Text as="h2" variant="title-x-small">
        {t('preview.title')}
      </Text>
      <PreviewBoundary
        answers={deferred}
        fallback={reason => (
          <Alert
            role="alert"
            status="danger"
            icon
            title={t('preview.failed.title')}
            description={t('preview.failed.text', { reason })}
          />
        )}
      >
        <Follow answers={deferred} />
      </PreviewBoundary>
    </div>
  );
}
