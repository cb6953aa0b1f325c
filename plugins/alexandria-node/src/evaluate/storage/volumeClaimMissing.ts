import { builtInRule } from '../builtInRule';
import { kubectl, withMessage } from '../texts';
import { claimAbsence, claimNames, claimsOf } from './claims';

/** Told by the scheduler, or by the claims where all of them are known. */
export const volumeClaimMissing = builtInRule(
  'VolumeClaimMissing',
  function* check(context) {
    const there = new Set(claimsOf(context).map(({ name }) => name));
    for (const name of claimNames(context)) {
      const absence = claimAbsence(context, name);
      if (!there.has(name) && absence !== undefined) {
        const message = absence || undefined;
        yield {
          object: {
            kind: 'PersistentVolumeClaim',
            namespace: context.namespace,
            name,
          },
          title: `Claim ${name} is not there`,
          cause: withMessage(
            'The pod template mounts it and the namespace has no such claim',
            message ?? '',
          ),
          evidence: { reason: 'NotFound', message },
          remedy: `${kubectl(
            context.deployment,
            ...['get', 'pvc'],
          )}; apply the manifests again, or correct persistence.existingClaim in the values`,
        };
      }
    }
  },
);
