import {
  worstHealth,
  type ClusterStatus,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import type { DeploymentStatus } from '../DeploymentStatus';

/** One state of an instance: what the catalog has of it, and what the backend answers. */
export interface StatusFixture {
  entity: Entity;
  /** A refusal has the status and the message of the answer; `never` is no answer at all. */
  status:
    | InstanceStatus
    | { statusCode: number; name: string; message: string }
    | 'never';
}

export const EU: ClusterStatus = {
  ...{ name: 'eu-west', title: 'EU West' },
  condition: 'Current',
};
export const US: ClusterStatus = { name: 'us-east', condition: 'Current' };

/** An answer of the backend; what is given is otherwise. */
export function answer(
  entity: Entity,
  deployments: DeploymentStatus[],
  more: Partial<InstanceStatus> = {},
): StatusFixture {
  return {
    entity,
    status: {
      entityRef: `component:default/${entity.metadata.name}`,
      health: worstHealth(deployments.map(({ health }) => health)),
      partial: false,
      clusters: [EU],
      deployments,
      ...more,
    },
  };
}
