import { isRecord, type Json } from '../../objects/read';
import { sameImage } from '../sameImage';
import { sameQuantity } from '../quantity';
import { fieldsOf, lastField, type Step } from './path';

/** Fields whose values are amounts, and maps of amounts. */
const QUANTITIES = ['sizeLimit', 'averageValue', 'divisor'];
const QUANTITY_MAPS = ['limits', 'requests'];

const IMAGE_LISTS = ['containers', 'initContainers'];

/** Whether two single values are the same, however the API server writes them. */
export function sameScalar(
  path: readonly Step[],
  expected: Json,
  live: Json,
): boolean {
  const fields = fieldsOf(path);
  const [field, map] = [lastField(path), fields.at(-2) ?? ''];
  if (QUANTITIES.includes(field) || QUANTITY_MAPS.includes(map)) {
    return sameQuantity(expected, live);
  }
  if (
    field === 'image' &&
    IMAGE_LISTS.includes(map) &&
    typeof expected === 'string' &&
    typeof live === 'string'
  ) {
    return sameImage(expected, live);
  }
  return expected === live;
}

/** Maps that the API server drops when nothing is in them; of others an empty one says something. */
const DROPPED_MAPS = [
  'annotations',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
];

/** Fields that the API server drops when they are false, 0 or empty; of others that says something. */
const DROPPED_SCALARS = [
  'hostIPC',
  'hostNetwork',
  'hostPID',
  'initialDelaySeconds',
  'minReadySeconds',
  'paused',
  'readOnly',
  'stdin',
  'tty',
  'value',
];

/** Whether something that is asked for is the same as nothing: what the API server does not write. */
export function isNothing(path: readonly Step[], expected: Json): boolean {
  if (Array.isArray(expected)) {
    return expected.length === 0;
  }
  if (isRecord(expected)) {
    return (
      Object.keys(expected).length === 0 &&
      DROPPED_MAPS.includes(lastField(path))
    );
  }
  return (
    expected === null ||
    expected === undefined ||
    (DROPPED_SCALARS.includes(lastField(path)) &&
      (expected === '' || expected === 0 || expected === false))
  );
}
