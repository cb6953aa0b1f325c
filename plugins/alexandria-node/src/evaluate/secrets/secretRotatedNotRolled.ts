import { builtInRule } from '../builtInRule';
import { timestamp } from '../objects/read';
import { kubectl } from '../texts';
import { isRotatedNotRolled, oldestUse } from './rotation';

/** Containers read secrets when they start: a secret that was written later is not yet in use. */
export const secretRotatedNotRolled = builtInRule(
  'SecretRotatedNotRolled',
  function* check(context) {
    for (const needed of context.neededSecrets) {
      if (isRotatedNotRolled(context, needed) === true) {
        const written = context.secret(needed.name)?.writtenAt;
        yield {
          object: {
            kind: 'Secret',
            namespace: context.namespace,
            name: needed.name,
          },
          title: `Secret ${needed.name} changed after its pods started`,
          cause: `It was written at ${timestamp(
            written,
          )}; the oldest container that uses it (${needed.containers.join(
            ', ',
          )}) started at ${timestamp(
            oldestUse(context, needed),
          )} and still has what was there then.`,
          evidence: { reason: 'WrittenLater' },
          remedy: kubectl(
            context.deployment,
            ...['rollout', 'restart', `deployment/${context.name}`],
          ),
        };
      }
    }
  },
);
