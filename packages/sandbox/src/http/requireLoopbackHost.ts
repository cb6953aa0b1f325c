import { NotAllowedError } from '@backstage/errors';
import type { RequestHandler } from 'express';

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;

/**
 * Answers only requests that were addressed to loopback by name. A page on the
 * internet whose name is made to resolve to 127.0.0.1 (DNS rebinding) would
 * otherwise be of one origin with this host.
 */
export const requireLoopbackHost: RequestHandler = (req, _res, next) => {
  if (!LOOPBACK_HOST.test(req.headers.host ?? '')) {
    throw new NotAllowedError(
      'This host answers to localhost and 127.0.0.1 only',
    );
  }
  next();
};
