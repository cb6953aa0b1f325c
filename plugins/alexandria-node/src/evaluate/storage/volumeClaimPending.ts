import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { kubectl, withMessage } from '../texts';
import { claimsOf } from './claims';
import { isOverdue, provisioningFailure } from './provisioning';

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
      const failure = provisioningFailure(context, claim);
      if (failure === undefined && !isOverdue(context, claim)) {
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
        // A claim that was bound is never Pending again.
        since: claim.createdAt,
        remedy: `${kubectl(
          claim,
          ...['describe', 'pvc', claim.name],
        )}; check the storage class (kubectl get storageclass) and persistence.storageClass, persistence.accessMode in the values`,
      };
    }
  },
);
