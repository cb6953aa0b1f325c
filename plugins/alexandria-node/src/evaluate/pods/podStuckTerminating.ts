import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { listAt } from '../objects/read';
import { duration, kubectl } from '../texts';

/** How long past its time a pod may take to end before somebody has to look. */
const PATIENCE_MS = 60_000;

/** `deletionTimestamp` is when the pod should be gone: it holds the grace period already. */
export const podStuckTerminating = builtInRule(
  'PodStuckTerminating',
  function* check({ pods, now }) {
    for (const { object } of pods) {
      if (
        object.deletedAt === undefined ||
        now - object.deletedAt < PATIENCE_MS
      ) {
        continue;
      }
      const overdue = duration(now - object.deletedAt);
      const finalizers = listAt(object.json, 'metadata', 'finalizers').filter(
        (finalizer): finalizer is string => typeof finalizer === 'string',
      );
      yield {
        object: referenceTo(object),
        title: `Pod ${object.name} should have ended ${overdue} ago`,
        cause:
          finalizers.length > 0
            ? `Its finalizers have not been removed: ${finalizers.join(', ')}.`
            : 'Its node has not said that its containers ended: the node may be down, or a volume cannot be unmounted.',
        evidence: { reason: 'Terminating' },
        remedy:
          finalizers.length > 0
            ? `See to the controller of ${finalizers[0]}`
            : `Check its node; only when that is gone for good: ${kubectl(
                object,
                ...[
                  'delete',
                  'pod',
                  object.name,
                  '--grace-period=0',
                  '--force',
                ],
              )}`,
      };
    }
  },
);
