import { isDeepStrictEqual } from 'node:util';
import {
  projectionOf,
  type KeptObject,
} from '../status/projection/projectObject';
import type { Change } from '../watch/ObjectCache';
import { comparedResources } from './comparedResources';

interface Written {
  metadata: { generation?: unknown; labels?: unknown };
  spec?: unknown;
}

/** What somebody wrote of an object, as far as it is kept: not its status, which changes all the time. */
function writtenOf(object: KeptObject): unknown {
  const { metadata, spec } = projectionOf(object) as unknown as Written;
  const { generation, labels } = metadata;
  return { generation, labels, spec };
}

/**
 * Whether a change may be one of what is compared. The API server counts what is written of most kinds, also of what is not
 * kept of them; of the others all that is asked for is kept.
 */
export function isWritten({ before, after }: Change<KeptObject>): boolean {
  const kind = (after ?? before)?.kind;
  if (!comparedResources.some(each => each.kind === kind)) {
    return false;
  }
  return (
    before === undefined ||
    after === undefined ||
    !isDeepStrictEqual(writtenOf(before), writtenOf(after))
  );
}
