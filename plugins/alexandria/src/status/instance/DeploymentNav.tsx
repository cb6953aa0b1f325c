import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Switch } from '@backstage/ui';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { DeploymentStatus } from '../DeploymentStatus';
import { HealthMark } from '../parts/HealthMark';
import { deploymentKey } from '../words/deploymentKey';
import { DEPLOYMENT } from '../words/instanceUrl';
import { clusterTitle } from '../words/placeOf';
import styles from './DeploymentNav.module.css';
import { deploymentGroups } from './deploymentGroups';
import type { PageState } from './usePageState';

/** What tells a Deployment from the others of its environment and cluster: its namespace, and its name where that is not enough. */
function nameAmong(
  members: DeploymentStatus[],
  { cluster, deployment }: DeploymentStatus,
): string | undefined {
  const { namespace, name } = deployment;
  const isAlone = members.every(
    each =>
      each.deployment.name === name ||
      each.cluster !== cluster ||
      each.deployment.namespace !== namespace,
  );
  return isAlone ? namespace : `${namespace}/${name}`;
}

/** From this many on they can be searched. */
const MANY = 8;

/** The Deployments of an instance, by environment and cluster, to choose one of. */
export function DeploymentNav(props: {
  status: InstanceStatus;
  chosen: string | undefined;
  state: PageState;
  onChange: (change: Partial<PageState>) => void;
}) {
  const { status, chosen, state, onChange } = props;
  const { search, onlyUnhealthy } = state;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { search: query } = useLocation();
  const { deployments } = status;
  const groups = deploymentGroups(status, { search, onlyUnhealthy });
  const hrefOf = (key: string) => {
    const params = new URLSearchParams(query);
    params.set(DEPLOYMENT, key);
    return `?${params}`;
  };
  return (
    <nav aria-label={t('status.nav.label')} className={styles.nav}>
      {deployments.length >= MANY && (
        <div className={styles.filters}>
          <SearchField
            size="small"
            aria-label={t('status.nav.search')}
            placeholder={t('status.nav.search')}
            value={search}
            onChange={value => onChange({ search: value })}
          />
          <Switch
            label={t('status.nav.onlyUnhealthy', {
              unhealthy: String(
                deployments.filter(({ health }) => health !== 'Healthy').length,
              ),
            })}
            isSelected={onlyUnhealthy}
            onChange={isSelected => onChange({ onlyUnhealthy: isSelected })}
          />
        </div>
      )}
      {groups.length === 0 && (
        <p className={styles.none}>{t('status.nav.none')}</p>
      )}
      <div className={styles.groups}>
        {groups.map(({ environment, members }) => (
          <section key={environment}>
            <h3 className={styles.environment}>{environment}</h3>
            <ul className={styles.list}>
              {members.map(deployment => {
                const key = deploymentKey(deployment);
                const { replicas } = deployment;
                return (
                  <li key={key}>
                    <RouterLink
                      to={hrefOf(key)}
                      replace
                      preventScrollReset
                      className={styles.link}
                      aria-current={key === chosen ? 'true' : undefined}
                    >
                      <HealthMark health={deployment.health} isIconOnly />
                      <span className={styles.names}>
                        <span>{clusterTitle(deployment, status)}</span>
                        <span className={styles.namespace}>
                          {nameAmong(members, deployment)}
                        </span>
                      </span>
                      {replicas && (
                        <span className={styles.replicas}>
                          {replicas.available}/{replicas.wanted}
                        </span>
                      )}
                    </RouterLink>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
