import type { SecretTier } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'alexandria.clusters';

/** An environment variable gives a number or text, as it is written. */
const tiers = new Map<unknown, SecretTier>(
  ([0, 1, 2] as const).flatMap(tier => [
    [tier, tier],
    [String(tier), tier],
  ]),
);

const clustersSchema = z.array(
  z.strictObject({
    name: z
      .string({ error: 'must be the name of a cluster' })
      .min(1, { error: 'must be the name of a cluster' }),
    secretTier: z
      .unknown()
      .optional()
      .transform((given, context): SecretTier => {
        const tier = tiers.get(given ?? 0);
        if (tier === undefined) {
          context.addIssue(`must be 0, 1 or 2, not ${JSON.stringify(given)}`);
          return z.NEVER;
        }
        return tier;
      }),
  }),
  { error: 'must be a list' },
);

/**
 * How far Secrets may be read, by the name of the cluster: `alexandria.clusters[].secretTier`. A cluster that is not in
 * it is read in tier 0.
 *
 * @throws InputError naming everything that does not fit
 */
export function readSecretTiers(config: Config): Map<string, SecretTier> {
  const parsed = clustersSchema.safeParse(config.getOptional(KEY) ?? []);
  const problems = parsed.success
    ? parsed.data
        .map(({ name }) => name)
        .filter((name, index, names) => names.indexOf(name) < index)
        .map(name => `${KEY}: there are two entries for ${name}`)
    : parsed.error.issues.map(
        ({ path, message }) =>
          `${KEY}${path
            .map(key =>
              typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
            )
            .join('')}: ${message}`,
      );
  if (!parsed.success || problems.length > 0) {
    throw new InputError(problems.join('; '));
  }
  return new Map(parsed.data.map(({ name, secretTier }) => [name, secretTier]));
}
