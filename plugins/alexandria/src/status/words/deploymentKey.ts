import type { DeploymentStatus } from '../DeploymentStatus';

/** What tells one Deployment from all others. */
export interface DeploymentName {
  cluster: string;
  namespace: string;
  name: string;
}

export function deploymentName(status: DeploymentStatus): DeploymentName {
  const { cluster, deployment } = status;
  return {
    cluster,
    namespace: deployment.namespace ?? '',
    name: deployment.name,
  };
}

/** `cluster/namespace/name`, as it is in the URL. Only the name of a cluster may hold a slash. */
export function deploymentKey(status: DeploymentStatus): string {
  const { cluster, namespace, name } = deploymentName(status);
  return [cluster, namespace, name].join('/');
}
