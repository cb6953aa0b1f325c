import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';

/** Where a Deployment is, in the words of people. */
export interface Place {
  /** The namespace where no repository says the environment. */
  environment: string;
  /** The cluster by its title; with the namespace where the instance has several Deployments in the environment and cluster. */
  where: string;
}

const environmentOf = ({ environment, deployment }: DeploymentStatus) =>
  environment ?? deployment.namespace ?? deployment.name;

/** The title of a cluster, or its name. */
export function clusterTitle(
  { cluster }: DeploymentStatus,
  { clusters }: Pick<InstanceStatus, 'clusters'>,
): string {
  return clusters.find(({ name }) => name === cluster)?.title ?? cluster;
}

export function placeOf(
  deployment: DeploymentStatus,
  status: Pick<InstanceStatus, 'clusters' | 'deployments'>,
): Place {
  const environment = environmentOf(deployment);
  const title = clusterTitle(deployment, status);
  const { namespace } = deployment.deployment;
  const isAlone = status.deployments.every(
    other =>
      other.deployment.namespace === namespace ||
      other.cluster !== deployment.cluster ||
      environmentOf(other) !== environment,
  );
  return {
    environment,
    where: isAlone ? title : `${title}, ${namespace}`,
  };
}
