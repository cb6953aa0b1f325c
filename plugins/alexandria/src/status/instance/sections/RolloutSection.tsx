import type {
  DeploymentDetails,
  RevisionStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Command } from '../../parts/Command';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age, Ago } from '../../parts/Age';
import { Fact, Facts } from '../../parts/Facts';
import { imageName, versionOf } from '../../words/versionOf';
import { Conditions } from './Conditions';
import { Omitted } from './Omitted';
import styles from './RolloutSection.module.css';
import { Subsection } from './Subsection';

function Revision({ revision }: { revision: RevisionStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { number, current, createdAt, images, replicas, changes } = revision;
  return (
    <li
      className={styles.revision}
      data-current={current}
      data-running={replicas.present > 0}
    >
      <p className={styles.head}>
        <strong>
          {number === undefined
            ? t('status.revision.unnumbered')
            : t('status.revision.number', { number: String(number) })}
        </strong>
        {current && (
          <span className={styles.current}>{t('status.revision.current')}</span>
        )}
        {createdAt !== undefined && (
          <span className={styles.age}>
            <Ago of={createdAt} />
          </span>
        )}
        {(current || replicas.present > 0) && (
          <span className={styles.age}>
            {t('status.replicas.available', {
              available: String(replicas.available),
              wanted: String(replicas.wanted),
            })}
          </span>
        )}
      </p>
      {revision.formerNumbers.length > 0 && (
        <p className={styles.note}>
          {t('status.revision.takenUp', {
            numbers: revision.formerNumbers.join(', '),
          })}
        </p>
      )}
      {revision.changeCause !== undefined && (
        <p className={styles.note}>{revision.changeCause}</p>
      )}
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map(change => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      <details className={styles.images}>
        <summary>{t('status.revision.images')}</summary>
        <ul>
          {images.map(({ container, image }) => (
            <li key={container} title={image}>
              {container}: {imageName(image)} <code>{versionOf(image)}</code>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** How far the rollout is, and what was rolled out before, newest first. */
export function RolloutSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { rollout, deployment, createdAt, omitted } = details;
  if (!rollout) {
    return <p>{t('status.rollout.none')}</p>;
  }
  const { strategy, revisions, conditions } = rollout;
  const before = revisions.find(
    ({ current, number }) => !current && number !== undefined,
  );
  return (
    <>
      <Facts>
        <Fact label={t('status.fact.age')}>
          {createdAt && <Age of={createdAt} />}
        </Fact>
        <Fact label={t('status.rollout.strategy')}>{strategy.type}</Fact>
        <Fact label={t('status.rollout.maxSurge')}>{strategy.maxSurge}</Fact>
        <Fact label={t('status.rollout.maxUnavailable')}>
          {strategy.maxUnavailable}
        </Fact>
        <Fact label={t('status.rollout.paused')}>
          {rollout.paused ? t('status.yes') : undefined}
        </Fact>
      </Facts>
      <Subsection title={t('status.rollout.revisions')}>
        <ol className={styles.timeline}>
          {revisions.map(revision => (
            <Revision key={revision.replicaSet.name} revision={revision} />
          ))}
        </ol>
      </Subsection>
      <Omitted count={omitted.revisions} />
      {before && (
        <Subsection title={t('status.rollout.undo')}>
          <Command
            command={`kubectl rollout undo deployment/${deployment.name} --to-revision=${before.number} -n ${deployment.namespace}`}
          />
        </Subsection>
      )}
      <Conditions conditions={conditions} />
    </>
  );
}
