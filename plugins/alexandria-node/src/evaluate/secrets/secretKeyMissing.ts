import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';
import { makerOf } from './makerOf';
import { secretAbsences } from './secretAbsences';

/** The secret is there and lacks a key. */
export const secretKeyMissing = builtInRule(
  'SecretKeyMissing',
  function* check(context) {
    for (const { secret, key, object, cause, evidence } of secretAbsences(
      context,
    )) {
      if (key === undefined) {
        continue;
      }
      const maker = makerOf(context, secret);
      yield {
        object,
        title: `Secret ${secret} has no key ${key}`,
        cause,
        evidence,
        remedy:
          maker === undefined
            ? `Put the value into a file and add it: ${kubectl(
                context.deployment,
                ...['create', 'secret', 'generic', secret],
                ...[
                  `--from-file=${key}=FILE`,
                  '--dry-run=client',
                  '-o',
                  'yaml',
                ],
              )} | kubectl apply --server-side -f -`
            : `Add ${key} to what ${maker.kind} ${maker.name} writes: ${kubectl(
                context.deployment,
                ...['edit', maker.kind.toLowerCase(), maker.name],
              )}`,
      };
    }
  },
);
