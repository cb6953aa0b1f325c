import { randomInt, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { invalid } from './ApiError';
import { initialStatus, withDefaults } from './defaults';
import {
  timeText,
  type KubernetesObject,
  type ObjectMeta,
} from './KubernetesObject';
import { groupVersionOf, type Resource } from './resources';
import { validate } from './validate';

/** What generated names end in, without vowels and what looks like another one: https://pkg.go.dev/k8s.io/apimachinery/pkg/util/rand */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** Five characters by chance, as the API server and its controllers end names. */
export const randomSuffix = () =>
  Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
    '',
  );

/**
 * An object with a name, which is made where only its beginning is given.
 *
 * @throws ApiError 422 when there is neither
 */
export function nameObject(
  resource: Resource,
  given: KubernetesObject,
): KubernetesObject {
  const { generateName } = given.metadata;
  const name =
    given.metadata.name || (generateName && generateName + randomSuffix());
  if (!name) {
    throw invalid(resource, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field: 'metadata.name',
      },
    ]);
  }
  return { ...given, metadata: { ...given.metadata, name } };
}

function withoutEmptyMaps(metadata: ObjectMeta): ObjectMeta {
  const { labels, annotations, ...others } = metadata;
  const isUsed = (map: object | undefined) =>
    map !== undefined && Object.keys(map).length > 0;
  return {
    ...others,
    ...(isUsed(labels) && { labels }),
    ...(isUsed(annotations) && { annotations }),
  };
}

/** Metadata that is what the API server made it. */
function ownMetadata(
  { namespaced, hasGeneration }: Resource,
  before: ObjectMeta | undefined,
  given: ObjectMeta,
  now: number,
): ObjectMeta {
  const {
    resourceVersion: _version,
    deletionTimestamp: _deletion,
    deletionGracePeriodSeconds: _grace,
    namespace: wanted,
    ...own
  } = withoutEmptyMaps(given);
  const {
    name = given.name,
    namespace = wanted,
    uid = randomUUID(),
    creationTimestamp = timeText(now),
    generation = 1,
    deletionTimestamp,
    deletionGracePeriodSeconds,
  } = before ?? { name: given.name };
  return {
    ...own,
    name,
    ...(namespaced && namespace !== undefined && { namespace }),
    ...{ uid, creationTimestamp },
    ...(deletionTimestamp !== undefined && {
      ...{ deletionTimestamp, deletionGracePeriodSeconds },
    }),
    ...(hasGeneration && { generation }),
  } as ObjectMeta;
}

/** What keeps a claim while a pod uses it. */
export const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection';

/**
 * What is given, as it is stored: with defaults, with the metadata that only the API server writes, with the status that it
 * had, and one generation further when something else is asked for than before.
 *
 * @param now - milliseconds since the epoch
 * @throws ApiError 422
 */
export function completeObject(
  resource: Resource,
  before: KubernetesObject | undefined,
  given: KubernetesObject,
  now: number,
): KubernetesObject {
  const { metadata, status, ...asked } = withDefaults(given);
  const known = before ? before.status : initialStatus(given);
  const kept = resource.hasStatus ? known : status;
  const object = {
    ...asked,
    apiVersion: groupVersionOf(resource),
    kind: resource.kind,
    metadata: ownMetadata(resource, before?.metadata, metadata, now),
    ...(kept === undefined ? {} : { status: kept }),
  } as KubernetesObject;
  if (before && resource.hasGeneration) {
    const { metadata: _metadata, status: _status, ...spec } = object;
    const { metadata: old, status: _old, ...earlier } = before;
    if (!isDeepStrictEqual(earlier, spec)) {
      object.metadata.generation = (old.generation ?? 0) + 1;
    }
  }
  if (!before && object.kind === 'PersistentVolumeClaim') {
    object.metadata.finalizers = [CLAIM_PROTECTION];
  }
  validate(resource, before, object);
  return object;
}
