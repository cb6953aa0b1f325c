import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import {
  repositoryAvailabilitySchema,
  type RepositoryAvailability,
} from './availability';
import {
  instanceRepositorySchema,
  type InstanceRepository,
} from './repository';
import { DefaultApiClient, type TypedResponse } from './schema/openapi';
import {
  clusterDeploymentsSchema,
  deploymentDetailsSchema,
  fleetSchema,
  instanceStatusSchema,
  type ClusterDeployments,
  type DeploymentDetails,
  type Fleet,
  type InstanceStatus,
} from './status';

/**
 * What {@link AlexandriaClient} needs of a frontend's `discoveryApiRef` and
 * `fetchApiRef`, or of a backend's discovery service and `fetch`.
 *
 * @public
 */
export interface AlexandriaClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * What somebody can ask the Alexandria backend.
 *
 * @public
 */
export interface AlexandriaApi {
  /**
   * Whether a repository exists on its host.
   *
   * @param request - `repoUrl` in Backstage's format `host?owner=…&repo=…`.
   * @param options - `signal` ends the request, for a form that asks as one types.
   * @throws ResponseError with status 400 when the host is not configured or
   *   `repoUrl` is not understood, 401 when nobody is signed in.
   */
  getRepositoryAvailability(
    request: { repoUrl: string },
    options?: { signal?: AbortSignal },
  ): Promise<RepositoryAvailability>;

  /**
   * What runs of an instance, and how it is. `hints` of the answer names the channel of signals on which it is said that
   * it is out of date; subscribe to it with `useSignal` of `@backstage/plugin-signals-react`, and ask from time to time
   * all the same: where the portal has no signals nothing is ever said there.
   *
   * @param request - the entity, for example `component:default/payments`.
   * @throws ResponseError with status 400 when the entity's annotations do not
   *   say what is its own, 403 when the status may not be read, 404 when there
   *   is no such entity for whoever asks.
   */
  getInstanceStatus(
    request: { entityRef: string },
    options?: { signal?: AbortSignal },
  ): Promise<InstanceStatus>;

  /**
   * All that is said of one Deployment of an instance.
   *
   * @param request - the entity, for example `component:default/payments`, and where the Deployment is.
   * @throws what `getInstanceStatus` throws, and ResponseError with status 404 also
   *   when the Deployment is not one of the entity, or not there.
   */
  getDeploymentDetails(
    request: {
      entityRef: string;
      cluster: string;
      namespace: string;
      name: string;
    },
    options?: { signal?: AbortSignal },
  ): Promise<DeploymentDetails>;

  /**
   * The instances whose status may be read, in short.
   *
   * @throws ResponseError with status 403 when that of none may be read.
   */
  getFleet(options?: { signal?: AbortSignal }): Promise<Fleet>;

  /**
   * What an instance was generated from, and its repository as it is now.
   *
   * @param request - the entity, for example `component:default/payments`.
   * @throws ResponseError with status 400 when the repository is not one that the
   *   template made, or its answers cannot be read, 403 when whoever asks may not
   *   change the instance, 404 when there is no such entity for them, or no such
   *   repository, 503 when its host does not give it.
   */
  getInstanceRepository(
    request: { entityRef: string },
    options?: { signal?: AbortSignal },
  ): Promise<InstanceRepository>;
}

/**
 * Client of the Alexandria backend over HTTP, for people and for other backends. What it is answered is held against the wire
 * types.
 *
 * @public
 */
export class AlexandriaClient implements AlexandriaApi {
  readonly #options: AlexandriaClientOptions;

  constructor(options: AlexandriaClientOptions) {
    this.#options = options;
  }

  async getRepositoryAvailability(
    { repoUrl }: { repoUrl: string },
    options?: { signal?: AbortSignal },
  ): Promise<RepositoryAvailability> {
    return answered(
      repositoryAvailabilitySchema,
      this.#client(options).getRepositoryAvailability({ query: { repoUrl } }),
    );
  }

  async getInstanceStatus(
    { entityRef }: { entityRef: string },
    options?: { signal?: AbortSignal },
  ): Promise<InstanceStatus> {
    return answered(
      instanceStatusSchema,
      this.#client(options).getInstanceStatus({
        path: parseEntityRef(entityRef),
      }),
    );
  }

  async getDeploymentDetails(
    request: {
      entityRef: string;
      cluster: string;
      namespace: string;
      name: string;
    },
    options?: { signal?: AbortSignal },
  ): Promise<DeploymentDetails> {
    return answered(
      deploymentDetailsSchema,
      this.#client(options).getDeploymentDetails({
        path: {
          ...parseEntityRef(request.entityRef),
          cluster: request.cluster,
          deploymentNamespace: request.namespace,
          deploymentName: request.name,
        },
      }),
    );
  }

  async getFleet(options?: { signal?: AbortSignal }): Promise<Fleet> {
    return answered(fleetSchema, this.#client(options).getFleet({}));
  }

  async getInstanceRepository(
    { entityRef }: { entityRef: string },
    options?: { signal?: AbortSignal },
  ): Promise<InstanceRepository> {
    return answered(
      instanceRepositorySchema,
      this.#client(options).getInstanceRepository({
        path: parseEntityRef(entityRef),
      }),
    );
  }

  /**
   * The Deployments that are known to run in a cluster, whether or not the catalog has an entity for them. For backends.
   *
   * @param request - `cluster` is its name in the configuration of the portal.
   * @throws ResponseError with status 401 or 403 for whoever is no service of the portal, 404 when the
   *   portal watches no such cluster.
   */
  async getClusterDeployments(
    { cluster }: { cluster: string },
    options?: { signal?: AbortSignal },
  ): Promise<ClusterDeployments> {
    return answered(
      clusterDeploymentsSchema,
      this.#client(options).getClusterDeployments({ path: { cluster } }),
    );
  }

  /** The generated client knows of no signal. */
  #client({ signal }: { signal?: AbortSignal } = {}): DefaultApiClient {
    const { discoveryApi, fetchApi } = this.#options;
    return new DefaultApiClient({
      discoveryApi,
      fetchApi: {
        fetch: (input, init) => fetchApi.fetch(input, { ...init, signal }),
      },
    });
  }
}

/** @param schema - of the type that the generated client says is answered */
async function answered<T>(
  schema: z.ZodType<T>,
  request: Promise<TypedResponse<T>>,
): Promise<T> {
  const response = await request;
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return schema.parse(await response.json());
}
