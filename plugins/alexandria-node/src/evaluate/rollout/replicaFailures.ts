import { Condition, conditionOf } from '../objects/conditions';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import type { DeploymentContext } from '../DeploymentContext';

/**
 * Why pods cannot be created: the condition ReplicaFailure of the ReplicaSets, or of the Deployment where none of its
 * ReplicaSets has it.
 */
export function replicaFailures(
  context: DeploymentContext,
): { object: ReturnType<typeof referenceTo>; condition: Condition }[] {
  const failureOf = (object: KubernetesObject) => {
    const condition = conditionOf(object.json, 'ReplicaFailure');
    return condition?.status === 'True'
      ? [{ object: referenceTo(object), condition }]
      : [];
  };
  const failures = context.replicaSets.flatMap(failureOf);
  return failures.length > 0 ? failures : failureOf(context.deployment);
}

/** Whether the API server refused a pod because a ResourceQuota is used up. */
export const isQuota = ({ message }: Condition) =>
  message.includes('exceeded quota') || message.includes('failed quota');
