import type { IncomingMessage } from 'node:http';
import { applyPatch, type Operation } from 'fast-json-patch';
import { mergePatch } from '../fields/merge';
import { strategicMergePatch } from '../fields/strategicMergePatch';
import { ApiError, badRequest, invalid } from '../objects/ApiError';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { isRecord, type JsonRecord } from '../objects/json';
import { groupVersionOf, type Resource } from '../objects/resources';
import type { ClusterObjects, WriteOptions } from '../store/ClusterObjects';
import type { Target } from './ApiRequest';
import { mediaTypeOf, readBody, readValue, unsupported } from './readBody';
import { SCALE, scaleOf, withScale } from './scale';

const APPLY = 'application/apply-patch+yaml';
const JSON_PATCH = 'application/json-patch+json';
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';

/** What a client is called that does not say who it is: the first part of its `User-Agent`. */
function managerOf(request: IncomingMessage, query: URLSearchParams): string {
  const agent = (request.headers['user-agent'] ?? 'unknown').split('/')[0];
  return query.get('fieldManager') || agent;
}

export function writeOptionsOf(
  request: IncomingMessage,
  query: URLSearchParams,
  { subresource }: Target,
): WriteOptions {
  const dryRun = query.getAll('dryRun');
  if (dryRun.some(each => each !== 'All')) {
    throw invalid({ group: 'meta.k8s.io', kind: 'UpdateOptions' }, '', [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          dryRun,
        )}: supported values: "All"`,
        field: 'dryRun',
      },
    ]);
  }
  return {
    manager: managerOf(request, query),
    subresource,
    dryRun: dryRun.length > 0,
  };
}

/** An object of the kind and place that the path names. @throws ApiError 400 */
function objectOf(
  body: JsonRecord | undefined,
  { resource, namespace, name, subresource }: Target,
): KubernetesObject {
  const { apiVersion, kind, metadata } = body ?? {};
  const wanted =
    subresource === 'scale'
      ? SCALE
      : { apiVersion: groupVersionOf(resource), kind: resource.kind };
  if (apiVersion !== wanted.apiVersion || kind !== wanted.kind) {
    throw badRequest(
      `${String(kind ?? '')} in version ${JSON.stringify(
        apiVersion ?? '',
      )} cannot be handled as a ${wanted.kind}: expected apiVersion ${
        wanted.apiVersion
      } and kind ${wanted.kind}`,
    );
  }
  const given = isRecord(metadata) ? metadata : {};
  if (given.namespace !== undefined && given.namespace !== namespace) {
    throw badRequest(
      `the namespace of the provided object does not match the namespace sent on the request`,
    );
  }
  if (name !== undefined && given.name !== undefined && given.name !== name) {
    throw badRequest(
      `the name of the object (${String(
        given.name,
      )}) does not match the name on the URL (${name})`,
    );
  }
  return {
    ...body,
    metadata: {
      ...given,
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
    },
  } as KubernetesObject;
}

export async function createObject(
  objects: ClusterObjects,
  target: Target,
  request: IncomingMessage,
  options: WriteOptions,
): Promise<KubernetesObject> {
  const object = objectOf(await readBody(request), target);
  return objects.create(target.resource, object, options);
}

/** What is patched may not become another object. */
function samePlace(
  before: KubernetesObject,
  after: JsonRecord,
): KubernetesObject {
  const { name, namespace } = before.metadata;
  const metadata = isRecord(after.metadata) ? after.metadata : {};
  return {
    ...after,
    apiVersion: before.apiVersion,
    kind: before.kind,
    metadata: { ...metadata, name, ...(namespace && { namespace }) },
  } as KubernetesObject;
}

/** A JSON patch (RFC 6902). @throws ApiError 422 when it does not fit */
function jsonPatch(before: JsonRecord, patch: unknown): JsonRecord {
  try {
    return applyPatch(before, patch as Operation[], true, false).newDocument;
  } catch {
    throw new ApiError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}

function patcherOf(
  type: string,
  { isCustom }: Resource,
): (before: JsonRecord, patch: unknown) => JsonRecord {
  if (type === JSON_PATCH) {
    return jsonPatch;
  }
  if (type === MERGE) {
    return (before, patch) => mergePatch(before, patch) as JsonRecord;
  }
  if (type === STRATEGIC && !isCustom) {
    return (before, patch) => strategicMergePatch(before, patch as JsonRecord);
  }
  throw unsupported([
    ...[JSON_PATCH, MERGE],
    ...(isCustom ? [] : [STRATEGIC]),
    APPLY,
  ]);
}

/** The key of an object that a path names whole. */
export const keyOf = ({ resource, namespace, name }: Target) => ({
  ...{ resource, namespace, name: name ?? '' },
});

export async function updateObject(
  objects: ClusterObjects,
  target: Target,
  request: IncomingMessage,
  options: WriteOptions,
): Promise<KubernetesObject> {
  const object = objectOf(await readBody(request), target);
  const key = keyOf(target);
  return target.subresource === 'scale'
    ? objects.patch(key, before => withScale(before, object), options)
    : objects.update(key, object, options);
}

export async function patchObject(
  objects: ClusterObjects,
  target: Target,
  request: IncomingMessage,
  query: URLSearchParams,
  options: WriteOptions,
): Promise<{ object: KubernetesObject; isNew: boolean }> {
  const key = keyOf(target);
  const type = mediaTypeOf(request);
  if (type === APPLY) {
    if (!query.get('fieldManager')) {
      throw invalid({ group: 'meta.k8s.io', kind: 'PatchOptions' }, '', [
        {
          reason: 'FieldValueRequired',
          message: 'Required value: is required for apply patch',
          field: 'fieldManager',
        },
      ]);
    }
    const applied = objectOf(await readBody(request), target);
    if (applied.metadata.managedFields?.length) {
      throw badRequest('metadata.managedFields must be nil');
    }
    const isNew = objects.find(key) === undefined;
    const force = query.get('force') === 'true';
    return {
      object: objects.apply(key, applied, { ...options, force }),
      isNew,
    };
  }
  const patched = patcherOf(type, target.resource);
  const patch = await readValue(request);
  if (isRecord(patch) === (type === JSON_PATCH)) {
    throw badRequest(`the body of the request is not of type ${type}`);
  }
  const object = objects.patch(
    key,
    before =>
      target.subresource === 'scale'
        ? withScale(before, patched(scaleOf(before), patch))
        : samePlace(before, patched(before, patch)),
    options,
  );
  return { object, isNew: false };
}

/** What a request says of how something is to be deleted, in its body or its query. */
export async function deleteOptionsOf(
  request: IncomingMessage,
  query: URLSearchParams,
) {
  const body = (await readBody(request)) ?? {};
  const grace = body.gracePeriodSeconds ?? query.get('gracePeriodSeconds');
  const preconditions = isRecord(body.preconditions) ? body.preconditions : {};
  const textOf = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    graceSeconds:
      grace === null || grace === undefined ? undefined : Number(grace),
    dryRun:
      query.getAll('dryRun').includes('All') ||
      (Array.isArray(body.dryRun) && body.dryRun.includes('All')),
    uid: textOf(preconditions.uid),
    resourceVersion: textOf(preconditions.resourceVersion),
  };
}
