import type {
  ContainerStatus,
  DeploymentDetails,
  PodStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowDownSLine } from '@remixicon/react';
import { useState } from 'react';
import { CopyButton } from '../../../parts/CopyButton';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { Age, Ago } from '../../parts/Age';
import { HealthMark } from '../../parts/HealthMark';
import { versionOf } from '../../words/versionOf';
import { Omitted } from './Omitted';
import styles from './PodsSection.module.css';

/** What `kubectl logs` needs; of the run before where there was one and this one does not run. */
function logsCommand(pod: PodStatus, container: ContainerStatus): string {
  const isBefore =
    container.lastTermination !== undefined &&
    container.state.type !== 'running';
  return [
    ...['kubectl', 'logs', pod.object.name, '-c', container.name],
    ...(isBefore ? ['--previous'] : []),
    ...(pod.object.namespace ? ['-n', pod.object.namespace] : []),
  ].join(' ');
}

function Container(props: { pod: PodStatus; container: ContainerStatus }) {
  const { pod, container } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { name, role, kind, image } = container;
  const { restarts, lastRestartAt, lastTermination } = container;
  const logs = logsCommand(pod, container);
  return (
    <li className={styles.container} data-health={container.health}>
      <p className={styles.name}>
        <HealthMark health={container.health} isIconOnly />
        <strong>{name}</strong>
        <span className={styles.role}>
          {role ? t(`status.role.${role}`) : t(`status.containerKind.${kind}`)}
        </span>
      </p>
      <p className={styles.sentence}>{container.sentence}</p>
      <p className={styles.facts}>
        <span title={image}>{versionOf(image)}</span>
        {restarts > 0 && (
          <span>
            {t('status.container.restarts', { count: restarts })}
            {lastRestartAt !== undefined && (
              <>
                {', '}
                {t('status.container.lastRestart')} <Ago of={lastRestartAt} />
              </>
            )}
          </span>
        )}
        {lastTermination && (
          <span>
            {t('status.container.lastEnd')}{' '}
            {[
              lastTermination.reason,
              lastTermination.exitCode !== undefined &&
                t('status.container.exitCode', {
                  code: String(lastTermination.exitCode),
                }),
              lastTermination.message,
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        )}
      </p>
      <CopyButton
        what={logs}
        label={`${t('status.container.logs')}: ${logs}`}
        text={() => logs}
      >
        {t('status.container.logs')}
      </CopyButton>
    </li>
  );
}

function Pod(props: { pod: PodStatus; isOpenAtFirst: boolean }) {
  const { pod, isOpenAtFirst } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { object, node, createdAt, revision, current, containers } = pod;
  const own = containers.filter(({ role }) => role !== undefined);
  const others = containers.filter(({ role }) => role === undefined);
  const unwell = others.filter(({ health }) => health !== 'Healthy');
  return (
    <li className={styles.pod}>
      <details open={isOpenAtFirst}>
        <summary className={styles.summary}>
          <HealthMark health={pod.health} isIconOnly />
          <span className={styles.podName}>{object.name}</span>
          <span className={styles.podSentence}>{pod.sentence}</span>
          <span className={styles.roles}>
            {own.map(({ name, health }) => (
              <span key={name} className={styles.roleMark}>
                <HealthMark health={health} isIconOnly /> {name}
              </span>
            ))}
          </span>
          <RiArrowDownSLine aria-hidden size={16} className={styles.chevron} />
        </summary>
        <p className={styles.facts}>
          {node === undefined ? (
            <span>{t('status.pod.noNode')}</span>
          ) : (
            <span>{t('status.pod.node', { node })}</span>
          )}
          {createdAt !== undefined && (
            <span>
              {t('status.pod.age')} <Age of={createdAt} />
            </span>
          )}
          {revision !== undefined && (
            <span>
              {t('status.revision.number', { number: String(revision) })}
              {current === false && ` (${t('status.revision.old')})`}
            </span>
          )}
          {pod.deletedAt !== undefined && <span>{t('status.pod.ending')}</span>}
        </p>
        <ul className={styles.containers}>
          {[...unwell, ...own].map(container => (
            <Container key={container.name} pod={pod} container={container} />
          ))}
        </ul>
        <ul className={styles.others}>
          {others
            .filter(container => !unwell.includes(container))
            .map(({ name, kind, health, sentence }) => (
              <li key={name}>
                <HealthMark health={health} isIconOnly />
                <span>
                  {name} ({t(`status.containerKind.${kind}`)}): {sentence}
                </span>
              </li>
            ))}
        </ul>
      </details>
    </li>
  );
}

/** The pods of a Deployment, each with its three containers and what they are for. */
export function PodsSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { pods, omitted } = details;
  // One tells the story of most others. What is open stays so when its pod recovers: somebody may read it.
  const [first] = useState(
    () => pods.find(({ health }) => health !== 'Healthy')?.object.name,
  );
  return (
    <>
      {pods.length === 0 && <p>{t('status.pods.none')}</p>}
      <ul className={styles.pods}>
        {pods.map(pod => (
          <Pod
            key={pod.object.name}
            pod={pod}
            isOpenAtFirst={pod.object.name === first}
          />
        ))}
      </ul>
      <Omitted count={omitted.pods} />
    </>
  );
}
