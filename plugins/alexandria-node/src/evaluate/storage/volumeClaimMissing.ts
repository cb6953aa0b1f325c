import { builtInRule } from '../builtInRule';
import { conditionOf } from '../objects/conditions';
import { kubectl, withMessage } from '../texts';
import { claimNames, claimsOf } from './claims';

/** Told by the scheduler, or by the claims where all of them are known. */
export const volumeClaimMissing = builtInRule(
  'VolumeClaimMissing',
  function* check(context) {
    const there = new Set(claimsOf(context).map(({ name }) => name));
    const said = context.activePods.flatMap(({ object }) => {
      const condition = conditionOf(object.json, 'PodScheduled');
      return condition?.status === 'False' ? [condition.message] : [];
    });
    for (const name of claimNames(context)) {
      const message = said.find(text =>
        text.includes(`persistentvolumeclaim "${name}" not found`),
      );
      if (
        !there.has(name) &&
        (message !== undefined || context.knowsAll('PersistentVolumeClaim'))
      ) {
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
