import { ApiError, badRequest } from '../objects/ApiError';
import type { ObjectStore } from '../store/ObjectStore';
import { fieldSelector, labelSelector } from '../store/selectors';
import type { StoredObject } from '../store/StoredObject';
import type { Target } from './ApiRequest';
import type { Representation } from './representation';

/** Where a list goes on: as kube-apiserver does it, a version and the key of the last object before, in base64. */
interface Continue {
  v: 'meta.k8s.io/v1';
  rv: number;
  start: string;
}

const encode = (rv: number, last: StoredObject) =>
  Buffer.from(
    JSON.stringify({
      v: 'meta.k8s.io/v1',
      rv,
      start: last.key,
    } satisfies Continue),
  ).toString('base64url');

function decode(text: string): Continue {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof token.rv === 'number' && typeof token.start === 'string') {
      return token;
    }
  } catch {
    // What cannot be read is refused below like what is not a token.
  }
  throw badRequest('continue key is not valid: illegal base64 or JSON');
}

const EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** Of a token whose list is to go on with what is there now. */
const INCONSISTENT = -1;

function expired({ start, v }: Continue): ApiError {
  const token = Buffer.from(
    JSON.stringify({ v, rv: INCONSISTENT, start } satisfies Continue),
  ).toString('base64url');
  return new ApiError(410, 'Expired', EXPIRED, undefined, { continue: token });
}

/** A number of a query; undefined when it is not given or 0, which means the same. */
function count(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text) > 0 ? Number(text) : undefined;
}

/**
 * Answers a list: all that is selected, or a page of it as large as `limit` says, of the moment of its first page.
 *
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 *
 * @returns JSON
 * @throws ApiError 400, or 410 when the moment of a further page was compacted
 */
export function listObjects(
  store: ObjectStore,
  { resource, namespace, name }: Target,
  query: URLSearchParams,
  representation: Representation,
): string {
  const isLabelled = labelSelector(query.get('labelSelector'));
  const isSelected = fieldSelector(query.get('fieldSelector'), resource);
  const limit = count(query, 'limit');
  const token = query.get('continue');
  const from = token ? decode(token) : undefined;
  const isLater = from !== undefined && from.rv !== INCONSISTENT;
  const version = isLater ? from.rv : store.version;
  if (isLater && version < store.oldest) {
    throw expired(from);
  }
  const objects = isLater
    ? store.listAt(resource, version, namespace)
    : store.list(resource, namespace);
  const left = objects.filter(
    object =>
      (name === undefined || object.head.name === name) &&
      (from === undefined || object.key > from.start),
  );
  const selected = left.filter(
    object => isLabelled(object) && isSelected(object),
  );
  const page = selected.slice(0, limit ?? selected.length);
  const last = page.length === limit ? page[page.length - 1] : undefined;
  // Whether what is left is selected is only seen when it is asked for, so the last page may be empty.
  const remaining = last ? left.filter(({ key }) => key > last.key).length : 0;
  const isWhole = !query.get('labelSelector') && !query.get('fieldSelector');
  const metadata = {
    ...(resource.isCustom && { continue: '' }),
    resourceVersion: String(version),
    ...(last !== undefined &&
      remaining > 0 && {
        continue: encode(version, last),
        // How many are left is known only when all are wanted.
        ...(isWhole && { remainingItemCount: remaining }),
      }),
  };
  const { kind, apiVersion } = representation.list;
  const items = page.map(representation.item).join(',');
  return `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
    metadata,
  )},"items":[${items}]}\n`;
}

/** The objects that a request to delete a collection is about. */
export function selectedObjects(
  store: ObjectStore,
  { resource, namespace }: Target,
  query: URLSearchParams,
): StoredObject[] {
  const isLabelled = labelSelector(query.get('labelSelector'));
  const isSelected = fieldSelector(query.get('fieldSelector'), resource);
  return store
    .list(resource, namespace)
    .filter(object => isLabelled(object) && isSelected(object));
}

/** The resource version that a query names. @throws ApiError 400 */
export function versionOf(query: URLSearchParams): number | undefined {
  const text = query.get('resourceVersion');
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw badRequest(
      `Invalid value: ${JSON.stringify(
        text,
      )}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}
