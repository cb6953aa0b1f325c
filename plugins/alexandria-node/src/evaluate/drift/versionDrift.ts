import { builtInRule } from '../builtInRule';
import { textAt } from '../objects/read';
import { readImage } from '../pods/images';
import { containerPairs } from './containers';
import { deployOr } from './remedy';

const lastPart = (repository: string) =>
  repository.slice(repository.lastIndexOf('/') + 1);

/**
 * Whether an image is the one that is wanted. Admission may name another registry, for a mirror, and add the digest of
 * the tag; neither is another version.
 */
function isWanted(wanted: string, found: string): boolean {
  const [want, have] = [readImage(wanted), readImage(found)];
  return (
    lastPart(want.repository) === lastPart(have.repository) &&
    (want.digest === '' ? want.tag === have.tag : want.digest === have.digest)
  );
}

/** The values name other images than the Deployment has: not deployed yet, or changed by hand. */
export const versionDrift = builtInRule(
  'VersionDrift',
  function* check({ expectation, deployment, reference }) {
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
          wanted !== '' && found !== '' && !isWanted(wanted, found),
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
          .join('; ')}.`,
        evidence: { container: differing[0].name },
        remedy: deployOr(expectation, 'the tags or digests under image'),
      };
    }
  },
);
