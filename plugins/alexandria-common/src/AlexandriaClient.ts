import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  repositoryAvailabilitySchema,
  type RepositoryAvailability,
} from './availability';
import { instanceStatusSchema, type InstanceStatus } from './status';

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
 * What the Alexandria backend can be asked.
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
   * What runs of an instance, and how it is.
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
}

/**
 * Client of the Alexandria backend over HTTP.
 *
 * @public
 */
export class AlexandriaClient implements AlexandriaApi {
  readonly #options: AlexandriaClientOptions;

  constructor(options: AlexandriaClientOptions) {
    this.#options = options;
  }

  async getRepositoryAvailability(
    request: { repoUrl: string },
    options?: { signal?: AbortSignal },
  ): Promise<RepositoryAvailability> {
    const query = new URLSearchParams({ repoUrl: request.repoUrl });
    return repositoryAvailabilitySchema.parse(
      await this.#get(`/v1/repository-availability?${query}`, options),
    );
  }

  async getInstanceStatus(
    request: { entityRef: string },
    options?: { signal?: AbortSignal },
  ): Promise<InstanceStatus> {
    const { kind, namespace, name } = parseEntityRef(request.entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return instanceStatusSchema.parse(
      await this.#get(`/v1/instances/${path}/status`, options),
    );
  }

  async #get(
    path: string,
    options?: { signal?: AbortSignal },
  ): Promise<unknown> {
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('alexandria');
    const response = await fetchApi.fetch(`${baseUrl}${path}`, {
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
