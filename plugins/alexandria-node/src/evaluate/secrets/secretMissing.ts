import { builtInRule } from '../builtInRule';
import { kubectl } from '../texts';
import { makerOf } from './makerOf';
import { secretAbsences } from './secretAbsences';

/** A whole secret is missing. */
export const secretMissing = builtInRule(
  'SecretMissing',
  function* check(context) {
    for (const { secret, key, object, cause, evidence } of secretAbsences(
      context,
    )) {
      if (key !== undefined) {
        continue;
      }
      const maker = makerOf(context, secret);
      const keys =
        context.neededSecrets
          .find(({ name }) => name === secret)
          ?.keys.filter(({ optional }) => !optional)
          .map(needed => `--from-file=${needed.key}=FILE`) ?? [];
      yield {
        object,
        title: `Secret ${secret} is not there`,
        cause,
        evidence,
        remedy:
          maker === undefined
            ? kubectl(
                context.deployment,
                ...['create', 'secret', 'generic', secret, ...keys],
              )
            : kubectl(
                context.deployment,
                ...['describe', maker.kind.toLowerCase(), maker.name],
              ),
      };
    }
  },
);
