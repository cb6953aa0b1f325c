import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { DeploymentStatus } from '../DeploymentStatus';
import { Ago } from '../parts/Age';
import { AutoscalerRange } from '../parts/AutoscalerRange';
import { Fact } from '../parts/Facts';
import { HealthMark } from '../parts/HealthMark';
import { ReplicaMarks } from '../parts/ReplicaMarks';
import { SecretsCount } from '../parts/SecretsCount';
import { placeOf } from '../words/placeOf';
import styles from './DeploymentRow.module.css';

/** One Deployment in a few words: where it is, how it is, and what that is read from. */
export function DeploymentRow(props: {
  deployment: DeploymentStatus;
  /** Of the instance that it belongs to. */
  status: InstanceStatus;
  /** The page that tells more. */
  href?: string;
}) {
  const { deployment, status, href } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { health, version, replicas, autoscaler, secrets, stale, observedAt } =
    deployment;
  const { environment, where } = placeOf(deployment, status);
  return (
    <li className={styles.row} data-stale={stale}>
      <div className={styles.place}>
        <HealthMark health={health} isIconOnly />
        <div className={styles.names}>
          <span className={styles.environment}>
            {href === undefined ? (
              environment
            ) : (
              <Link href={href} weight="bold">
                {environment}
              </Link>
            )}
          </span>
          <span className={styles.cluster}>{where}</span>
          {stale && (
            <span className={styles.stale}>
              {t('status.seen.stale')} <Ago of={observedAt} />
            </span>
          )}
        </div>
      </div>
      <dl className={styles.facts}>
        {version !== undefined && (
          <Fact name="version" label={t('status.fact.version')}>
            {version}
          </Fact>
        )}
        {replicas && (
          <Fact name="replicas" label={t('status.fact.replicas')}>
            <ReplicaMarks replicas={replicas} />
          </Fact>
        )}
        {autoscaler && (
          <Fact name="autoscaler" label={t('status.fact.autoscaler')}>
            <AutoscalerRange status={autoscaler} isDrawnOnly />
            <span className={styles.reason}>{autoscaler.sentence}</span>
          </Fact>
        )}
        {secrets.length > 0 && (
          <Fact name="secrets" label={t('status.fact.secrets')}>
            <SecretsCount secrets={secrets} />
          </Fact>
        )}
      </dl>
    </li>
  );
}
