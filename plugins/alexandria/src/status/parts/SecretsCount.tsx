import {
  secretTrouble,
  secretTroubles,
  type SecretStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiErrorWarningFill } from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useNow } from '../live/useNow';
import styles from './SecretsCount.module.css';

/** How many Secrets are needed, and what is wrong with how many of them. */
export function SecretsCount({ secrets }: { secrets: SecretStatus[] }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const now = useNow();
  const found = secrets.map(secret => secretTrouble(secret, now));
  const troubles = secretTroubles
    .map(trouble => ({
      trouble,
      count: found.filter(each => each === trouble).length,
    }))
    .filter(({ count }) => count > 0);
  const unread = secrets.filter(
    ({ presence }) => presence === 'unknown',
  ).length;
  return (
    <span className={styles.secrets}>
      <span>{t('status.secrets.needed', { count: secrets.length })}</span>
      {troubles.map(({ trouble, count }) => (
        <span key={trouble} className={styles.trouble} data-trouble={trouble}>
          <RiErrorWarningFill aria-hidden size={14} />
          {t(`status.secrets.trouble.${trouble}`, { count })}
        </span>
      ))}
      {troubles.length === 0 && unread > 0 && (
        <span className={styles.unread}>
          {unread === secrets.length
            ? t('status.secrets.unreadAll')
            : t('status.secrets.unread', { count: unread })}
        </span>
      )}
    </span>
  );
}
