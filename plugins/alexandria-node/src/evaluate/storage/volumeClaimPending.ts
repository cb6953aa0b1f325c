import { builtInRule } from '../builtInRule';
import type { DeploymentContext } from '../DeploymentContext';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { kubectl, withMessage } from '../texts';
import { claimsOf } from './claims';

/** How long a volume may take to be made. */
const PROVISION_MS = 60_000;

const FAILURES = ['ProvisioningFailed', 'FailedBinding'];

function waitsForConsumer(
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

/**
 * Pending is fine for a moment, and for as long as no pod uses the claim where its class waits for the first consumer.
 * An event that says why it failed is a failure at once.
 */
export const volumeClaimPending = builtInRule(
  'VolumeClaimPending',
  function* check(context) {
    for (const claim of claimsOf(context)) {
      if (textAt(claim.json, 'status', 'phase') !== 'Pending') {
        continue;
      }
      const failure = context.warning(claim, FAILURES);
      const isNew =
        claim.createdAt !== undefined &&
        context.now - claim.createdAt < PROVISION_MS;
      const mayWait =
        isNew ||
        (waitsForConsumer(context, claim) && context.activePods.length === 0);
      if (failure === undefined && mayWait) {
        continue;
      }
      const storageClass = textAt(claim.json, 'spec', 'storageClassName');
      yield {
        object: referenceTo(claim),
        title: `Claim ${claim.name} has no volume`,
        cause:
          failure === undefined
            ? `status.phase is Pending, of storage class ${
                storageClass || 'unset'
              }: no volume has been bound to it, so the pod does not start.`
            : withMessage(`Event ${failure.reason}`, failure.message),
        evidence: {
          reason: failure?.reason ?? 'Pending',
          message: failure?.message,
        },
        remedy: `${kubectl(
          claim,
          ...['describe', 'pvc', claim.name],
        )}; check the storage class (kubectl get storageclass) and persistence.storageClass, persistence.accessMode in the values`,
      };
    }
  },
);
