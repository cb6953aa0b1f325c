import {
  secretTrouble,
  type DeploymentDetails,
  type SecretStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckLine,
  RiErrorWarningFill,
  RiQuestionLine,
} from '@remixicon/react';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { useNow } from '../../live/useNow';
import { Age, Ago } from '../../parts/Age';
import { Fact, Facts } from '../../parts/Facts';
import { FactTable } from '../../parts/FactTable';
import { Command } from '../../parts/Command';
import styles from './SecretsSection.module.css';

/** Whether a secret is as it should be, in a word and a shape. */
function State({ secret }: { secret: SecretStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const trouble = secretTrouble(secret, useNow());
  if (trouble) {
    return (
      <span
        className={styles.state}
        data-state={trouble === 'rotatedNotRolled' ? 'outdated' : 'wrong'}
      >
        <RiErrorWarningFill aria-hidden size={16} />
        {t(`status.secret.trouble.${trouble}`)}
      </span>
    );
  }
  return secret.presence === 'unknown' ? (
    <span className={styles.state}>
      <RiQuestionLine aria-hidden size={16} />
      {t('status.secret.presence.unknown')}
    </span>
  ) : (
    <span className={styles.state} data-state="good">
      <RiCheckLine aria-hidden size={16} />
      {t(`status.secret.presence.${secret.presence}`)}
    </span>
  );
}

/** A certificate that ends, or has ended. */
function Ends({ at }: { at: string }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isOver = Date.parse(at) <= useNow();
  return (
    <>
      {isOver ? t('status.secret.ended') : t('status.secret.endsIn')}{' '}
      {isOver ? <Ago of={at} /> : <Age of={at} />}
    </>
  );
}

function Secret(props: { secret: SecretStatus; restart: string }) {
  const { secret, restart } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { name, source, writtenAt, lastSync, nextSync, notAfter } = secret;
  const hasCertificate = secret.keys.some(key => key.notAfter !== undefined);
  return (
    <li className={styles.secret}>
      <p className={styles.head}>
        <span className={styles.name}>{name}</span>
        <State secret={secret} />
      </p>
      <Facts>
        <Fact label={t('status.secret.source')}>
          {t(`status.secret.from.${source}`)}
        </Fact>
        <Fact label={t('status.secret.written')}>
          {writtenAt && (
            <>
              <Ago of={writtenAt} />
            </>
          )}
        </Fact>
        <Fact label={t('status.secret.lastSync')}>
          {lastSync && (
            <>
              <Ago of={lastSync} />
            </>
          )}
        </Fact>
        <Fact label={t('status.secret.nextSync')}>
          {nextSync && <Age of={nextSync} />}
        </Fact>
        <Fact label={t('status.secret.certificate')}>
          {notAfter && <Ends at={notAfter} />}
        </Fact>
        <Fact label={t('status.secret.tier')}>
          {t(`status.secret.tiers.${secret.tier}`)}
        </Fact>
      </Facts>
      {secret.rotatedNotRolled && <Command command={restart} />}
      <FactTable
        label={t('status.secret.keysOf', { name })}
        columns={[
          t('status.secret.key'),
          t('status.secret.state'),
          t('status.secret.neededBy'),
          ...(hasCertificate ? [t('status.secret.certificate')] : []),
        ]}
        rows={secret.keys.map(
          ({ key, state, optional, neededBy, ...more }) => ({
            id: key,
            cells: [
              <code key="key">{key}</code>,
              <>
                {t(`status.secret.keyState.${state}`)}
                {optional && ` (${t('status.secret.optional')})`}
              </>,
              neededBy.join(', '),
              ...(hasCertificate
                ? [more.notAfter && <Ends key="ends" at={more.notAfter} />]
                : []),
            ],
          }),
        )}
      />
    </li>
  );
}

/** The Secrets that a Deployment needs, key by key. No value is ever here. */
export function SecretsSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { secrets, deployment } = details;
  const restart = `kubectl rollout restart deployment/${deployment.name} -n ${deployment.namespace}`;
  return secrets.length === 0 ? (
    <p>{t('status.secret.none')}</p>
  ) : (
    <ul className={styles.secrets}>
      {secrets.map(secret => (
        <Secret key={secret.name} secret={secret} restart={restart} />
      ))}
    </ul>
  );
}
