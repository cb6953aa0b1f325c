import { ResponseError } from '@backstage/errors';
import {
  repositoryAvailabilitySchema,
  type RepositoryAvailability,
} from './availability';

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
    const { discoveryApi, fetchApi } = this.#options;
    const baseUrl = await discoveryApi.getBaseUrl('alexandria');
    const query = new URLSearchParams({ repoUrl: request.repoUrl });
    const response = await fetchApi.fetch(
      `${baseUrl}/v1/repository-availability?${query}`,
      { signal: options?.signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return repositoryAvailabilitySchema.parse(await response.json());
  }
}
