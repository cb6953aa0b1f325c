import { helmUpgrade } from '@alexandriaproject/alexandria-manifests';
import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  RiArchiveLine,
  RiLoader4Line,
  RiRocketLine,
  RiServerLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { alexandriaTranslationRef } from '../../translations/ref';
import { ClusterProblems } from '../parts/ClusterProblems';
import { Notice } from '../parts/Notice';
import type { EmptyState } from '../words/instanceState';
import { repositoryUrl } from '../words/repositoryUrl';
import { clusterExample } from './clusterExample';

const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

/** The command that deploys an instance of the template; what is not known stands in capitals. */
function deployCommand({ metadata }: Entity): string {
  const namespace = metadata.annotations?.[NAMESPACE] ?? 'NAMESPACE';
  const prefix = `${metadata.name}-`;
  return helmUpgrade({
    name: namespace.startsWith(prefix)
      ? namespace.slice(prefix.length)
      : 'ENVIRONMENT',
    namespace,
  });
}

/** Says why nothing of an instance is shown. */
export function EmptyNotice(props: {
  state: EmptyState;
  entity: Entity;
  status: InstanceStatus;
}) {
  const { state, entity, status } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const repository = repositoryUrl(entity);
  const cluster = entity.metadata.annotations?.[CLUSTER];
  switch (state) {
    case 'noCluster':
      return cluster === undefined ? (
        <Notice
          icon={<RiServerLine aria-hidden />}
          title={t('status.empty.noCluster.title')}
          code={{
            what: t('status.empty.noCluster.what'),
            text: clusterExample,
          }}
        >
          {t('status.empty.noCluster.text')}
        </Notice>
      ) : (
        <Notice
          icon={<RiServerLine aria-hidden />}
          title={t('status.empty.otherCluster.title', { cluster })}
        >
          {t('status.empty.otherCluster.text', { annotation: CLUSTER })}
        </Notice>
      );
    case 'starting':
      return (
        <Notice
          icon={<RiLoader4Line aria-hidden />}
          title={t('status.empty.starting.title')}
        >
          {t('status.empty.starting.text')}
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice
          icon={<RiWifiOffLine aria-hidden />}
          title={t('status.empty.unreachable.title')}
          actions={<ClusterProblems status={status} />}
        >
          {t('status.empty.unreachable.text')}
        </Notice>
      );
    case 'retired':
      return (
        <Notice
          icon={<RiArchiveLine aria-hidden />}
          title={t('status.empty.retired.title')}
        >
          {t('status.empty.retired.text', {
            clusters: String(status.clusters.length),
          })}
        </Notice>
      );
    default:
      return (
        <Notice
          icon={<RiRocketLine aria-hidden />}
          title={t('status.empty.notDeployed.title')}
          code={{
            what: t('status.empty.notDeployed.what'),
            text: deployCommand(entity),
          }}
          actions={
            repository !== undefined && (
              <Link href={repository}>
                {t('status.empty.notDeployed.repository')}
              </Link>
            )
          }
        >
          {t('status.empty.notDeployed.text')}
        </Notice>
      );
  }
}
