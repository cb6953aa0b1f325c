import type { RepositoryAvailabilityService } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';

const availabilityQuerySchema = z.object({
  repoUrl: z
    .string({ error: 'must be given once' })
    .min(1, { error: 'must not be empty' }),
});

/**
 * Routes of the Alexandria backend, below `/api/alexandria`. Errors are left to
 * the error middleware of the backend.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  repositoryAvailability: RepositoryAvailabilityService;
}): express.Router {
  const { httpAuth, repositoryAvailability } = options;
  const router = Router();

  router.get('/v1/repository-availability', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    const query = availabilityQuerySchema.safeParse(req.query);
    if (!query.success) {
      throw new InputError(
        query.error.issues
          .map(issue => `query ${issue.path.join('.')}: ${issue.message}`)
          .join('; '),
      );
    }
    const abandoned = new AbortController();
    res.once('close', () => abandoned.abort());
    const availability = await repositoryAvailability.check(
      query.data.repoUrl,
      { signal: abandoned.signal },
    );
    // What was true a moment ago must not be repeated by a cache.
    res.set('Cache-Control', 'no-store').json(availability);
  });

  return router;
}
