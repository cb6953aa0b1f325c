import { qualified, type Resource } from './resources';

/** What the API server says in place of an object: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: object;
  status: 'Failure' | 'Success';
  message?: string;
  reason?: string;
  details?: object;
  code: number;
}

/** A refusal, with the Status that says it as kube-apiserver does. */
export class ApiError extends Error {
  readonly status: Status;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: object,
    metadata: object = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata,
      status: 'Failure',
      message,
      reason,
      ...(details === undefined ? {} : { details }),
      code,
    };
    const retryAfter = (details as { retryAfterSeconds?: number } | undefined)
      ?.retryAfterSeconds;
    if (retryAfter !== undefined) {
      this.retryAfter = retryAfter;
    }
  }
}

const detailsOf = ({ group, resource }: Resource, name: string) => ({
  name,
  ...(group === '' ? {} : { group }),
  kind: resource,
});

export const badRequest = (message: string) =>
  new ApiError(400, 'BadRequest', message);

export const notFound = (resource: Resource, name: string) =>
  new ApiError(
    404,
    'NotFound',
    `${qualified(resource)} "${name}" not found`,
    detailsOf(resource, name),
  );

export const alreadyExists = (resource: Resource, name: string) =>
  new ApiError(
    409,
    'AlreadyExists',
    `${qualified(resource)} "${name}" already exists`,
    detailsOf(resource, name),
  );

export const modified = (resource: Resource, name: string) =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(
      resource,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    detailsOf(resource, name),
  );

/** A resource version that is no longer kept. */
export const tooOld = (version: number, oldest: number) =>
  new ApiError(
    410,
    'Expired',
    `too old resource version: ${version} (${oldest})`,
  );

/** @param causes - what is wrong with which field */
export function invalid(
  { group, kind }: Pick<Resource, 'group' | 'kind'>,
  name: string,
  causes: { reason: string; message: string; field: string }[],
) {
  const texts = causes.map(({ field, message }) => `${field}: ${message}`);
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new ApiError(
    422,
    'Invalid',
    `${kind}${group === '' ? '' : `.${group}`} "${name}" is invalid: ${list}`,
    {
      ...(name === '' ? {} : { name }),
      ...(group === '' ? {} : { group }),
      ...{ kind, causes },
    },
  );
}

export const tooManyRequests = (retryAfterSeconds: number) =>
  new ApiError(
    429,
    'TooManyRequests',
    'Too many requests, please try again later.',
    { retryAfterSeconds },
  );

export const internalError = (what: string) =>
  new ApiError(500, 'InternalError', `Internal error occurred: ${what}`, {
    causes: [{ message: what }],
  });

export const notAllowed = () =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
