import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useInstanceStatus } from '../live/useInstanceStatus';
import type { Watched } from '../live/useLive';
import { ClusterProblems } from '../parts/ClusterProblems';
import { FindingView } from '../parts/FindingView';
import { Freshness } from '../parts/Freshness';
import { HeadlineBanner } from '../parts/HeadlineBanner';
import legible from '../parts/legible.module.css';
import { StillDeployed } from '../parts/StillDeployed';
import { EmptyNotice } from '../states/EmptyNotice';
import { ProblemNotice } from '../states/ProblemNotice';
import { deploymentHref } from '../words/instanceUrl';
import { deploymentKey } from '../words/deploymentKey';
import { worstFinding } from '../words/headline';
import { emptyState, isAnnotated } from '../words/instanceState';
import { placeOf } from '../words/placeOf';
import { isPassing, problemOf } from '../words/problemOf';
import { CardSkeleton } from './CardSkeleton';
import { DeploymentRow } from './DeploymentRow';
import styles from './HealthCard.module.css';

/** How many Deployments the card shows; the page has all of them. */
const MOST = 5;

function WorstFinding({ status }: { status: InstanceStatus }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const worst = worstFinding(status);
  if (!worst) {
    return null;
  }
  const total = status.deployments.flatMap(({ findings }) => findings).length;
  return (
    <FindingView
      finding={worst.finding}
      heading="h4"
      where={
        <>
          {t('status.place', placeOf(worst.deployment, status))}
          {total > 1 && (
            <> · {t('status.card.moreFindings', { count: total - 1 })}</>
          )}
        </>
      }
    />
  );
}

function Deployments(props: { status: InstanceStatus; pageHref?: string }) {
  const { status, pageHref } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { deployments } = status;
  const rest = deployments.slice(MOST);
  const healthy = rest.filter(({ health }) => health === 'Healthy').length;
  return (
    <div>
      <ul className={styles.rows}>
        {deployments.slice(0, MOST).map(deployment => (
          <DeploymentRow
            key={deploymentKey(deployment)}
            deployment={deployment}
            status={status}
            href={
              pageHref && deploymentHref(pageHref, deploymentKey(deployment))
            }
          />
        ))}
      </ul>
      {rest.length > 0 && (
        <p className={styles.rest}>
          {pageHref === undefined ? (
            t('status.card.moreDeployments', { count: rest.length })
          ) : (
            <Link href={pageHref}>
              {t('status.card.moreDeployments', { count: rest.length })}
            </Link>
          )}
          {' · '}
          {healthy === rest.length
            ? t('status.card.restHealthy')
            : t('status.card.restPartly', { healthy: String(healthy) })}
        </p>
      )}
    </div>
  );
}

function Body(props: {
  entity: Entity;
  watched: Watched<InstanceStatus>;
  pageHref?: string;
}) {
  const { entity, watched, pageHref } = props;
  const { answer, error, askNow } = watched;
  const problem = error && problemOf(error);
  if (problem && !(answer && isPassing(problem))) {
    return <ProblemNotice problem={problem} entity={entity} askNow={askNow} />;
  }
  if (!answer) {
    return <CardSkeleton />;
  }
  const empty = emptyState(answer, entity);
  return empty ? (
    <EmptyNotice state={empty} entity={entity} status={answer} />
  ) : (
    <>
      <HeadlineBanner status={answer} />
      <WorstFinding status={answer} />
      <ClusterProblems status={answer} />
      <StillDeployed entity={entity} />
      <Deployments status={answer} pageHref={pageHref} />
    </>
  );
}

function WatchedCard(props: { entity: Entity; pageHref?: string }) {
  const { entity, pageHref } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const watched = useInstanceStatus(stringifyEntityRef(entity));
  return (
    <EntityInfoCard
      title={t('status.card.title')}
      headerActions={
        pageHref && <Link href={pageHref}>{t('status.card.open')}</Link>
      }
      footerActions={<Freshness watched={watched} />}
    >
      <div className={`${legible.legible} ${styles.card}`}>
        <Body entity={entity} watched={watched} pageHref={pageHref} />
      </div>
    </EntityInfoCard>
  );
}

/**
 * Says on the overview of an entity whether the instance serves and, if not, what is wrong, why, and what to do.
 *
 * @param props - `pageHref` is where the page of the instance is, if the portal has it
 */
export function HealthCard({ pageHref }: { pageHref?: string }) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(alexandriaTranslationRef);
  return isAnnotated(entity) ? (
    <WatchedCard
      key={stringifyEntityRef(entity)}
      entity={entity}
      pageHref={pageHref}
    />
  ) : (
    <EntityInfoCard title={t('status.card.title')}>
      <div className={`${legible.legible} ${styles.card}`}>
        <ProblemNotice
          problem={{ kind: 'unannotated', reason: '' }}
          entity={entity}
        />
      </div>
    </EntityInfoCard>
  );
}
