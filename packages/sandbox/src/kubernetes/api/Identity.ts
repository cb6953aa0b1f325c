import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../objects/ApiError';
import { qualified } from '../objects/resources';
import type { Target, Verb } from './ApiRequest';

/** What may be done, as a rule of a ClusterRole says it. */
export interface PolicyRule {
  apiGroups: readonly string[];
  resources: readonly string[];
  verbs: readonly string[];
  /** All names when absent. */
  resourceNames?: readonly string[];
}

/** Who may ask, by the token that they show. */
export interface Identity {
  token: string;
  username: string;
  rules: readonly PolicyRule[];
}

/** May do everything, as a member of `system:masters`. */
export const EVERYTHING: readonly PolicyRule[] = [
  { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
];

/** Takes the same time wherever the two differ. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Who shows no token. */
const ANONYMOUS: Identity = {
  token: '',
  username: 'system:anonymous',
  rules: [],
};

/** Paths that everybody may read: what the role `system:public-info-viewer` allows. */
const PUBLIC = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

/** @throws ApiError 401 for a token that is not known */
export function authenticate(
  { headers }: IncomingMessage,
  identities: readonly Identity[],
): Identity {
  const [, token = ''] =
    /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === '') {
    return ANONYMOUS;
  }
  const found = identities.filter(identity => isEqual(identity.token, token));
  if (found.length === 0) {
    throw new ApiError(401, 'Unauthorized', 'Unauthorized');
  }
  return found[0];
}

export const forbiddenPath = (
  { username }: Identity,
  method: string,
  path: string,
) =>
  new ApiError(
    403,
    'Forbidden',
    `forbidden: User ${JSON.stringify(
      username,
    )} cannot ${method.toLowerCase()} path ${JSON.stringify(path)}`,
    {},
  );

/** @throws ApiError 403 for who may not read a path that is about no kind */
export function authorizePath(
  identity: Identity,
  method: string,
  path: string,
): void {
  if (identity === ANONYMOUS && !PUBLIC.includes(path)) {
    throw forbiddenPath(identity, method, path);
  }
}

/** @throws ApiError 403 */
export function authorize(
  { username, rules }: Identity,
  verb: Verb,
  { resource, namespace, name, subresource }: Target,
): void {
  const { group, resource: plural } = resource;
  const path = subresource === undefined ? plural : `${plural}/${subresource}`;
  const has = (list: readonly string[], item: string) =>
    list.includes('*') || list.includes(item);
  const isAllowed = rules.some(
    ({ apiGroups, resources, verbs, resourceNames }) =>
      has(apiGroups, group) &&
      has(resources, path) &&
      has(verbs, verb) &&
      (resourceNames === undefined ||
        (name !== undefined && resourceNames.includes(name))),
  );
  if (!isAllowed) {
    const where =
      namespace === undefined
        ? 'at the cluster scope'
        : `in the namespace ${JSON.stringify(namespace)}`;
    throw new ApiError(
      403,
      'Forbidden',
      `${qualified(resource)}${
        name === undefined ? '' : ` ${JSON.stringify(name)}`
      } is forbidden: User ${JSON.stringify(
        username,
      )} cannot ${verb} resource ${JSON.stringify(
        path,
      )} in API group ${JSON.stringify(group)} ${where}`,
      {
        ...(name === undefined ? {} : { name }),
        ...(group === '' ? {} : { group }),
        kind: plural,
      },
    );
  }
}
