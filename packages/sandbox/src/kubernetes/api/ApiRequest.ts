import { resources, type Resource } from '../objects/resources';

/** What a request is about: all objects of a kind, of one namespace or of all, or one of them. */
export interface Target {
  resource: Resource;
  namespace?: string;
  name?: string;
  subresource?: 'scale' | 'status';
}

/**
 * What a path of the API names: `/api/v1/…` and `/apis/{group}/{version}/…`.
 *
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
 *
 * @returns undefined when nothing is served there
 */
export function targetOf(pathname: string): Target | undefined {
  const parts = pathname.split('/').slice(1).map(decodeURIComponent);
  const [root] = parts;
  const isCore = root === 'api';
  if (!isCore && root !== 'apis') {
    return undefined;
  }
  const [group, version, ...rest] = isCore
    ? ['', ...parts.slice(1)]
    : parts.slice(1);
  // A namespace itself is an object of the cluster.
  const isNamespaced =
    rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status';
  const [plural, name, subresource, ...more] = isNamespaced
    ? rest.slice(2)
    : rest;
  const resource = resources.find(
    each =>
      each.group === group &&
      each.version === version &&
      each.resource === plural,
  );
  if (
    !resource ||
    more.length > 0 ||
    name === '' ||
    (isNamespaced && !resource.namespaced) ||
    (!isNamespaced && resource.namespaced && name !== undefined)
  ) {
    return undefined;
  }
  const isStatus = subresource === 'status' && resource.hasStatus;
  const isScale = subresource === 'scale' && resource.hasScale;
  if (subresource !== undefined && !isStatus && !isScale) {
    return undefined;
  }
  return {
    resource,
    ...(isNamespaced && { namespace: rest[1] }),
    ...(name !== undefined && { name }),
    ...(isStatus && { subresource: 'status' }),
    ...(isScale && { subresource: 'scale' }),
  };
}

/** What is done, as RBAC calls it. */
export type Verb =
  | 'create'
  | 'delete'
  | 'deletecollection'
  | 'get'
  | 'list'
  | 'patch'
  | 'update'
  | 'watch';

const isTrue = (text: string | null) => text === 'true' || text === '1';

/** @returns undefined when the method means nothing there */
export function verbOf(
  method: string,
  { name }: Target,
  query: URLSearchParams,
): Verb | undefined {
  const isOne = name !== undefined;
  switch (method) {
    case 'GET':
      if (isTrue(query.get('watch'))) {
        return isOne ? undefined : 'watch';
      }
      return isOne ? 'get' : 'list';
    case 'POST':
      return isOne ? undefined : 'create';
    case 'PUT':
      return isOne ? 'update' : undefined;
    case 'PATCH':
      return isOne ? 'patch' : undefined;
    case 'DELETE':
      return isOne ? 'delete' : 'deletecollection';
    default:
      return undefined;
  }
}
