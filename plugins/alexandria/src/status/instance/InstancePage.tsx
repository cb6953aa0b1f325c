import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiMapPinLine } from '@remixicon/react';
import { useState } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { useInstanceStatus } from '../live/useInstanceStatus';
import { TemplateLinks } from '../links/TemplateLinks';
import type { TemplateRoute } from '../links/templateHref';
import { ClusterProblems } from '../parts/ClusterProblems';
import { Freshness } from '../parts/Freshness';
import { HeadlineBanner } from '../parts/HeadlineBanner';
import legible from '../parts/legible.module.css';
import { Notice } from '../parts/Notice';
import { StillDeployed } from '../parts/StillDeployed';
import { EmptyNotice } from '../states/EmptyNotice';
import { ProblemNotice } from '../states/ProblemNotice';
import { deploymentKey } from '../words/deploymentKey';
import { emptyState, isAnnotated } from '../words/instanceState';
import { isPassing, problemOf } from '../words/problemOf';
import { DeploymentNav } from './DeploymentNav';
import { DeploymentPane } from './DeploymentPane';
import styles from './InstancePage.module.css';
import { InstanceSkeleton } from './InstanceSkeleton';
import { RepositoryProblems } from './RepositoryProblems';
import { usePageState } from './usePageState';

function Deployments(props: { entity: Entity; status: InstanceStatus }) {
  const { entity, status } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [state, onChange] = usePageState();
  // The worst when the page opens; another one that becomes worse does not take its place while somebody reads.
  const [first] = useState(() => deploymentKey(status.deployments[0]));
  const chosen = state.deployment ?? first;
  const deployment = status.deployments.find(
    each => deploymentKey(each) === chosen,
  );
  const hasNav = status.deployments.length > 1 || !deployment;
  return (
    <div className={styles.columns} data-has-nav={hasNav}>
      {hasNav && (
        <DeploymentNav
          status={status}
          chosen={chosen}
          state={state}
          onChange={onChange}
        />
      )}
      {deployment ? (
        <DeploymentPane
          key={chosen}
          entity={entity}
          status={status}
          deployment={deployment}
          open={state.open}
          onOpen={open => onChange({ open })}
        />
      ) : (
        <Notice
          icon={<RiMapPinLine aria-hidden />}
          title={t('status.page.gone.title')}
        >
          {t('status.page.gone.text', { deployment: chosen })}
        </Notice>
      )}
    </div>
  );
}

function WatchedPage({ entity }: { entity: Entity }) {
  const watched = useInstanceStatus(stringifyEntityRef(entity));
  const { answer, error, askNow } = watched;
  const problem = error && problemOf(error);
  if (problem && !(answer && isPassing(problem))) {
    return <ProblemNotice problem={problem} entity={entity} askNow={askNow} />;
  }
  if (!answer) {
    return <InstanceSkeleton />;
  }
  const empty = emptyState(answer, entity);
  return (
    <>
      {empty ? (
        <EmptyNotice state={empty} entity={entity} status={answer} />
      ) : (
        <HeadlineBanner status={answer} />
      )}
      <Freshness watched={watched} />
      {!empty && <ClusterProblems status={answer} />}
      {!empty && <StillDeployed entity={entity} />}
      <RepositoryProblems status={answer} />
      {!empty && <Deployments entity={entity} status={answer} />}
    </>
  );
}

/**
 * All that is known of an instance: where it runs, how it is, and the facts behind it.
 *
 * @param props - `templateRoute` says where the forms are that change it
 */
export function InstancePage(props: { templateRoute?: TemplateRoute }) {
  const { entity } = useEntity();
  return (
    <div className={`${legible.legible} ${styles.page}`}>
      <TemplateLinks entity={entity} route={props.templateRoute} />
      {isAnnotated(entity) ? (
        <WatchedPage key={stringifyEntityRef(entity)} entity={entity} />
      ) : (
        <ProblemNotice
          problem={{ kind: 'unannotated', reason: '' }}
          entity={entity}
        />
      )}
    </div>
  );
}
