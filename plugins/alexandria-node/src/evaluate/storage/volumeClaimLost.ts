import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { command } from '../texts';
import { claimsOf } from './claims';

/** Lost: the volume was deleted under the claim. */
export const volumeClaimLost = builtInRule(
  'VolumeClaimLost',
  function* check(context) {
    for (const claim of claimsOf(context)) {
      if (textAt(claim.json, 'status', 'phase') === 'Lost') {
        const volume = textAt(claim.json, 'spec', 'volumeName');
        yield {
          object: referenceTo(claim),
          title: `The volume of claim ${claim.name} is gone`,
          cause: `status.phase is Lost: volume ${
            volume || 'unknown'
          } does not exist any more. What was on it (database, JWT secret, models) is not reachable.`,
          evidence: { reason: 'Lost' },
          remedy: `Restore the volume or a backup of it: ${command(
            ...['kubectl', 'get', 'pv', ...(volume === '' ? [] : [volume])],
          )}`,
        };
      }
    }
  },
);
