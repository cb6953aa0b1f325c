import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';

/** The key is there and holds nothing; told only where secrets may be read (tier 2). */
export const secretKeyEmpty = builtInRule(
  'SecretKeyEmpty',
  function* check(context) {
    for (const { name, keys } of context.neededSecrets) {
      const known = context.secret(name)?.keys ?? {};
      for (const { key, optional, containers } of keys) {
        if (Object.hasOwn(known, key) && known[key].empty === true) {
          yield {
            object: {
              kind: 'Secret',
              namespace: context.namespace,
              name,
            },
            severity: optional ? 'warning' : 'critical',
            title: `Key ${key} of Secret ${name} is empty`,
            cause: `${containers.join(', ')} gets an empty value from it.`,
            evidence: { reason: 'Empty' },
            remedy: `Write a value, then ${kubectl(
              context.deployment,
              ...['rollout', 'restart', `deployment/${context.name}`],
            )}`,
          };
        }
      }
    }
  },
);
