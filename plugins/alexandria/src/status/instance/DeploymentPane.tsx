import type {
  DetailsPart,
  InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { DeploymentStatus } from '../DeploymentStatus';
import { InstanceLinks } from '../links/InstanceLinks';
import { Age, Ago } from '../parts/Age';
import { Caution } from '../parts/Caution';
import { Fact, Facts } from '../parts/Facts';
import { HealthMark } from '../parts/HealthMark';
import { deploymentName } from '../words/deploymentKey';
import { placeOf } from '../words/placeOf';
import { DeploymentFacts } from './DeploymentFacts';
import styles from './DeploymentPane.module.css';
import { Findings } from '../findings/Findings';

/** One Deployment: how it is, what to act on, and below that every fact. */
export function DeploymentPane(props: {
  entity: Entity;
  status: InstanceStatus;
  deployment: DeploymentStatus;
  /** Parts that are open, once somebody chose. */
  open: DetailsPart[] | undefined;
  onOpen: (open: DetailsPart[]) => void;
}) {
  const { entity, status, deployment, open, onOpen } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const name = deploymentName(deployment);
  const place = placeOf(deployment, status);
  return (
    <section aria-labelledby="alexandria-deployment" className={styles.pane}>
      <div className={styles.head}>
        <h2 id="alexandria-deployment" className={styles.title}>
          {t('status.place', place)}
        </h2>
        <HealthMark health={deployment.health} />
      </div>
      <p className={styles.sentence}>{deployment.sentence}</p>
      {deployment.stale && (
        <Caution>
          {t('status.seen.stale')} <Ago of={deployment.observedAt} />
          {deployment.lastKnownHealth !== undefined && (
            <>
              {': '}
              <HealthMark health={deployment.lastKnownHealth} />
            </>
          )}
        </Caution>
      )}
      <Findings findings={deployment.findings} />
      <Facts isSpread>
        <Fact label={t('status.fact.deployment')}>
          {name.namespace}/{name.name}
        </Fact>
        <Fact label={t('status.fact.cluster')}>{name.cluster}</Fact>
        <Fact label={t('status.fact.version')}>
          {deployment.version ??
            (deployment.images && t('status.fact.noVersion'))}
        </Fact>
        <Fact label={t('status.fact.since')}>
          {deployment.since && <Age of={deployment.since} />}
        </Fact>
      </Facts>
      <InstanceLinks entity={entity} deployment={deployment} />
      {deployment.health !== 'Missing' && (
        <DeploymentFacts
          entityRef={stringifyEntityRef(entity)}
          deployment={name}
          channel={status.hints?.channel}
          open={open}
          onOpen={onOpen}
        />
      )}
    </section>
  );
}
