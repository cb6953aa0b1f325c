import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { Request, RequestHandler } from 'express';

/** What may push and create: the pair of the portal's Gitea integration. */
export interface GitHostCredentials {
  username: string;
  password: string;
}

/**
 * Refuses every request that carries other credentials than these, reading
 * included, as Gitea does; lets requests without any through.
 */
export function refuseWrongCredentials(
  credentials: GitHostCredentials,
): RequestHandler {
  return (req, _res, next) => {
    if (req.headers.authorization && !isAuthorized(req, credentials)) {
      throw new AuthenticationError('invalid username, password or token');
    }
    next();
  };
}

/** Refuses requests without credentials. */
export function requireCredentials(
  credentials: GitHostCredentials,
): RequestHandler {
  return (req, _res, next) => {
    if (!isAuthorized(req, credentials)) {
      throw new AuthenticationError('token is required');
    }
    next();
  };
}

/** Whether the request carries `basic username:password`, or the password as a token. */
function isAuthorized(
  req: Request,
  { username, password }: GitHostCredentials,
): boolean {
  const [, scheme = '', value = ''] =
    /^(\S+) +(\S+)$/.exec(req.headers.authorization ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'basic':
      return isEqual(
        Buffer.from(value, 'base64').toString('utf8'),
        `${username}:${password}`,
      );
    case 'token':
    case 'bearer':
      return isEqual(value, password);
    default:
      return false;
  }
}

/** Takes the same time wherever the two differ. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
