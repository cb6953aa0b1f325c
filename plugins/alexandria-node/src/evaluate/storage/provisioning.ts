import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';

/** How long a volume may take to be made. */
const PROVISION_MS = 60_000;

const FAILURES = ['ProvisioningFailed', 'FailedBinding'];

/** Whether a claim gets its volume only when a pod uses it: its class says so, or an event. */
export function waitsForConsumer(
  context: DeploymentContext,
  claim: KubernetesObject,
): boolean {
  const storageClass = context.snapshot.find(
    'storage.k8s.io',
    'StorageClass',
    '',
    textAt(claim.json, 'spec', 'storageClassName'),
  );
  return (
    textAt(storageClass?.json, 'volumeBindingMode') ===
      'WaitForFirstConsumer' ||
    context.warning(claim, ['WaitForFirstConsumer']) !== undefined
  );
}

/** The latest event that says why a claim got no volume. */
export const provisioningFailure = (
  context: DeploymentContext,
  claim: KubernetesObject,
) => context.warning(claim, FAILURES);

/** Whether a claim that is Pending should have a volume by now. */
export function isOverdue(
  context: DeploymentContext,
  claim: KubernetesObject,
): boolean {
  const isNew =
    claim.createdAt !== undefined &&
    context.now - claim.createdAt < PROVISION_MS;
  return !(
    isNew ||
    (waitsForConsumer(context, claim) && context.activePods.length === 0)
  );
}
