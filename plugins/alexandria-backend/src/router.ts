import type {
  InstanceRepositories,
  RepositoryAvailabilityService,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Router } from 'express';
import { audited } from './audited';
import { feedTag } from './feedTag';
import { readFleet } from './fleet/readFleet';
import type { Hints } from './hints/Hints';
import { measured } from './metrics/measured';
import type { StatusMetrics } from './metrics/StatusMetrics';
import { readClusterDeployments } from './readClusterDeployments';
import { readDeploymentDetails } from './readDeploymentDetails';
import { readInstanceRepository } from './readInstanceRepository';
import { readInstanceStatus } from './readInstanceStatus';
import { createOpenApiRouter } from './schema/openapi';
import type { StatusService } from './status/StatusService';

/**
 * Routes of the Alexandria backend, below `/api/alexandria`, as `schema/openapi.yaml` has them; a request that is not as
 * that says is refused. Errors are left to the error middleware of the backend.
 *
 * @param options - `validateResponses` also refuses to answer otherwise than the document says; for tests, as it takes time
 */
export async function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  metrics: StatusMetrics;
  repositoryAvailability: RepositoryAvailabilityService;
  repositories: InstanceRepositories;
  catalog: CatalogService;
  permissions: PermissionsService;
  status: StatusService;
  hints: Hints;
  validateResponses?: boolean;
}): Promise<Router> {
  const { auditor, hints, httpAuth, metrics, repositoryAvailability } = options;
  const { validateResponses = false } = options;
  const router = await createOpenApiRouter({
    middleware: [measured(metrics)],
    validatorOptions: { validateResponses },
  });
  // What was true a moment ago must not be repeated by a cache.
  router.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });

  router.get('/v1/repository-availability', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    const abandoned = new AbortController();
    res.once('close', () => abandoned.abort());
    res.json(
      await repositoryAvailability.check(req.query.repoUrl, {
        signal: abandoned.signal,
      }),
    );
  });

  router.get(
    '/v1/instances/:kind/:namespace/:name/status',
    async (req, res) => {
      const { params } = req;
      const meta = {
        queryType: 'status',
        entityRef: stringifyEntityRef(params),
      };
      const { entity, instance } = await audited(
        auditor,
        'instance-fetch',
        req,
        meta,
        async () =>
          readInstanceStatus(options, params, await httpAuth.credentials(req)),
      );
      res.json({ ...instance, hints: hints.listen(entity, instance) });
    },
  );

  router.get(
    '/v1/instances/:kind/:namespace/:name/deployments/:cluster/:deploymentNamespace/:deploymentName',
    async (req, res) => {
      const { cluster, deploymentNamespace, deploymentName, ...reference } =
        req.params;
      const deployment = {
        ...{ cluster, namespace: deploymentNamespace, name: deploymentName },
      };
      const meta = {
        queryType: 'deployment',
        entityRef: stringifyEntityRef(reference),
        ...deployment,
      };
      const details = await audited(
        auditor,
        'instance-fetch',
        req,
        meta,
        async () =>
          readDeploymentDetails(
            options,
            reference,
            deployment,
            await httpAuth.credentials(req),
          ),
      );
      res.json(details);
    },
  );

  router.get('/v1/fleet', async (req, res) => {
    const meta = { queryType: 'fleet' };
    const fleet = await audited(auditor, 'fleet-fetch', req, meta, async () =>
      readFleet(options, await httpAuth.credentials(req)),
    );
    // Asked for again and again, large, and mostly the same: kept by the browser of whoever asked, and never used unasked.
    res.set('Cache-Control', 'private, no-cache').vary('Authorization');
    res.json(fleet);
  });

  router.get(
    '/v1/instances/:kind/:namespace/:name/repository',
    async (req, res) => {
      const { params } = req;
      const meta = {
        queryType: 'repository',
        entityRef: stringifyEntityRef(params),
      };
      const abandoned = new AbortController();
      res.once('close', () => abandoned.abort());
      res.json(
        await audited(auditor, 'instance-fetch', req, meta, async () =>
          readInstanceRepository(options.repositories, params, {
            credentials: await httpAuth.credentials(req),
            signal: abandoned.signal,
          }),
        ),
      );
    },
  );

  router.get('/v1/clusters/:cluster/deployments', async (req, res) => {
    const { cluster } = req.params;
    const meta = { queryType: 'deployments', cluster };
    const deployments = await audited(
      auditor,
      'cluster-fetch',
      req,
      meta,
      async () =>
        readClusterDeployments(
          options,
          cluster,
          await httpAuth.credentials(req, { allow: ['service'] }),
        ),
    );
    // To whoever has it already, Express answers 304.
    res.set('ETag', feedTag(deployments)).json(deployments);
  });

  return router;
}
