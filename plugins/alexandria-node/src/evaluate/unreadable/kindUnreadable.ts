import { builtInRule } from '../builtInRule';
import { duration, withMessage } from '../texts';

const WORDS = {
  forbidden: 'may not be read',
  unreachable: 'cannot be read: the cluster does not answer',
  failing: 'cannot be read: the cluster answers with errors',
  stale: 'are out of date',
} as const;

const REMEDIES = {
  forbidden:
    'Give the identity that reads the cluster the shipped read-only role, with get, list and watch on this kind',
  unreachable: 'Check that the API server runs and can be reached from here',
  failing: 'Check the API server, and for custom resources their definition',
  stale: 'Check that the API server can be reached from here',
} as const;

/** Kinds without which what other objects tell still holds, and what to do so that they may be read. */
const BESIDE = new Map([
  [
    'Secret',
    'Allow the identity that reads the cluster to get these Secrets, as rbac/tier-1.yaml and rbac/tier-2.yaml do, or set the secretTier of the cluster to 0',
  ],
  [
    'Event',
    'Allow the identity that reads the cluster to list events, as rbac/tier-0.yaml does',
  ],
]);

/** Unknown is not Healthy: what could not be read is said. */
export const kindUnreadable = builtInRule(
  'KindUnreadable',
  function* check({ unreadable, reference, namespace, now }) {
    for (const { kind, reason, message, syncedAt } of unreadable) {
      const where = namespace === '' ? '' : ` in ${namespace}`;
      const age =
        syncedAt === undefined
          ? ' Nothing is known of them.'
          : ` What is shown is ${duration(now - syncedAt.getTime())} old.`;
      yield {
        object: reference,
        title: `Objects of kind ${kind} ${WORDS[reason]}`,
        cause: `${withMessage(
          `Objects of kind ${kind}${where} ${WORDS[reason]}`,
          message,
        )}${age}`,
        evidence: { reason, message },
        since: syncedAt?.getTime(),
        remedy:
          (reason === 'forbidden' ? BESIDE.get(kind) : undefined) ??
          REMEDIES[reason],
        ...(BESIDE.has(kind) ? { health: 'Healthy' } : {}),
      };
    }
  },
);
