import type { RepositoryAvailabilityService } from '@alexandriaproject/backstage-plugin-alexandria-node';
import { alexandriaStatusReadPermission } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { StatusService } from './status/StatusService';

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
  catalog: CatalogService;
  permissions: PermissionsService;
  status: StatusService;
}): express.Router {
  const { httpAuth, repositoryAvailability, catalog, permissions, status } =
    options;
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

  router.get(
    '/v1/instances/:kind/:namespace/:name/status',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = stringifyEntityRef(req.params);
      const entity = await catalog.getEntityByRef(entityRef, { credentials });
      if (!entity) {
        // The same answer for one that may not be read.
        throw new NotFoundError(`There is no entity ${entityRef}`);
      }
      const [decision] = await permissions.authorize(
        [
          {
            permission: alexandriaStatusReadPermission,
            resourceRef: entityRef,
          },
        ],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not read the status of ${entityRef}`,
        );
      }
      const instance = status.status(entity);
      if (!instance) {
        throw new InputError(
          `${entityRef} does not say which Deployments are its own. Give it the annotation backstage.io/kubernetes-id, or backstage.io/kubernetes-label-selector with a label selector`,
        );
      }
      res.set('Cache-Control', 'no-store').json(instance);
    },
  );

  return router;
}
