import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiRefreshLine, RiWifiOffLine } from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useNow } from '../live/useNow';
import type { Watched } from '../live/useLive';
import { problemOf } from '../words/problemOf';
import { Age, Ago } from './Age';
import styles from './Freshness.module.css';
import legible from './legible.module.css';

/** An answer that is younger than this is told to be of now, in milliseconds: it is asked again within that time. */
const NOW_MS = 35_000;

/** How old the answer is that is shown, and, where the last question was not answered, why. */
export function Freshness({ watched }: { watched: Watched<unknown> }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const now = useNow();
  const { answeredAt, error, askNow } = watched;
  if (answeredAt === undefined) {
    // The room of the line that is to come.
    return <span className={`${legible.legible} ${styles.fresh}`} />;
  }
  const at = new Date(answeredAt).toISOString();
  if (error === undefined) {
    return (
      <span className={`${legible.legible} ${styles.fresh}`}>
        {now - answeredAt < NOW_MS ? (
          <time dateTime={at} title={new Date(answeredAt).toLocaleString()}>
            {t('status.seen.now')}
          </time>
        ) : (
          <>
            {t('status.seen.before')} <Ago of={at} />
          </>
        )}
      </span>
    );
  }
  return (
    <span className={styles.failed}>
      <RiWifiOffLine aria-hidden size={16} className={styles.icon} />
      <span>
        {t('status.seen.failed')} <Age of={at} />: {problemOf(error).reason}
      </span>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine aria-hidden />}
        onPress={askNow}
      >
        {t('status.askAgain')}
      </Button>
    </span>
  );
}
