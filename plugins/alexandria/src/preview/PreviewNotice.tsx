import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { alexandriaTranslationRef } from '../translations/ref';
import type { Preview } from './computePreview';
import { ProblemList } from './ProblemList';
import styles from './PreviewNotice.module.css';

/** Problems that the notice lists itself; the tab has all of them. */
const LISTED = 3;

/** Says which answers keep the preview from showing them; nothing when it does. */
export function PreviewNotice(props: {
  preview: Preview;
  onShowProblems: () => void;
}) {
  const { preview, onShowProblems } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { issues, shown, isPartial } = preview;
  if (issues.length === 0) {
    return null;
  }
  if (!shown) {
    return (
      <Alert
        status="info"
        icon
        title={t('preview.empty.title')}
        description={
          <>
            <p className={styles.text}>{t('preview.empty.text')}</p>
            <ProblemList problems={issues} />
          </>
        }
      />
    );
  }
  const more = issues.length - LISTED;
  return (
    <Alert
      status="warning"
      icon
      title={
        <span role="status">
          {t(isPartial ? 'preview.partial.title' : 'preview.stale.title', {
            count: issues.length,
          })}
        </span>
      }
      description={
        <>
          <ProblemList problems={issues.slice(0, LISTED)} />
          {more > 0 && (
            <Button size="small" variant="tertiary" onPress={onShowProblems}>
              {t('preview.stale.more', { count: more })}
            </Button>
          )}
        </>
      }
    />
  );
}
