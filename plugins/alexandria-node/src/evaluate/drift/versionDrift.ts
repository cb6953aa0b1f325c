import { builtInRule } from '../builtInRule';
import { textAt } from '../objects/read';
import { containerPairs } from './containers';
import { coveredFields } from './coveredFields';
import { deployOr } from './remedy';
import { sameImage } from './sameImage';
import { writtenBy } from './writtenBy';

/** The values name other images than the Deployment has: not deployed yet, or changed by hand. */
export const versionDrift = builtInRule(
  'VersionDrift',
  function* check(context) {
    const { expectation, deployment, reference } = context;
    if (expectation?.deployment === undefined) {
      return;
    }
    const differing = containerPairs(expectation.deployment, deployment.json)
      .map(({ name, wanted, found }) => ({
        name,
        wanted: textAt(wanted, 'image'),
        found: textAt(found, 'image'),
      }))
      .filter(
        ({ wanted, found }) =>
          wanted !== '' && found !== '' && !sameImage(wanted, found),
      );
    if (differing.length > 0) {
      yield {
        object: reference,
        title: `${deployment.name} has other images than the values ask for`,
        cause: `${differing
          .map(
            ({ name, wanted, found }) =>
              `${name} has ${found}, the values ask for ${wanted}`,
          )
          .join('; ')}.${writtenBy(context, coveredFields.images)}`,
        evidence: { container: differing[0].name },
        remedy: deployOr(expectation, 'the tags or digests under image'),
      };
    }
  },
);
