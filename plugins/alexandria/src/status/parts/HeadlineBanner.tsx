import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import { Age, Ago } from './Age';
import { Announcement } from './Announcement';
import styles from './HeadlineBanner.module.css';
import { healthIcons } from './healthIcons';
import { useHeadline } from './useHeadline';

/** The one line over an instance: whether it serves, where, and since when. It is read out when it comes to be otherwise. */
export function HeadlineBanner({ status }: { status: InstanceStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const headline = useHeadline(status);
  if (!headline) {
    return null;
  }
  const { health } = status;
  const { serving, what, where, since, of } = headline;
  const { lastKnownHealth, observedAt } = of[0];
  const warnings = status.deployments
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'warning').length;
  const Icon = healthIcons[health];
  return (
    <div className={styles.banner} data-health={health}>
      <Icon aria-hidden size={28} className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.line}>
          <strong>{what}</strong> {where}
        </p>
        <p className={styles.detail}>
          {health}
          {since !== undefined && (
            <>
              {' '}
              {t('status.headline.for')} <Age of={since} />
            </>
          )}
          {health === 'Healthy' && warnings > 0 && (
            <> · {t('status.headline.warnings', { count: warnings })}</>
          )}
          {lastKnownHealth !== undefined && (
            <>
              {', '}
              {t('status.headline.lastKnown', { health: lastKnownHealth })}{' '}
              <Ago of={observedAt} />
            </>
          )}
        </p>
      </div>
      <Announcement of={`${health} ${serving}`} text={`${what} ${where}`} />
    </div>
  );
}
