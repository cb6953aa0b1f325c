import {
  AlexandriaClient,
  type ClusterDeployments,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

import { fetchChanged } from './fetchChanged';

const PLUGIN = 'alexandria';

/** How long the backend of Alexandria may take to answer, in milliseconds: it reads its memory. */
const ANSWER_MS = 20_000;

/**
 * Asks the backend of Alexandria, which may be another process, what runs in clusters. What has not changed since the question
 * before is not sent again.
 */
export class ClusterSource {
  readonly #auth: AuthService;
  readonly #client: AlexandriaClient;

  constructor(services: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = services.auth;
    this.#client = new AlexandriaClient({
      discoveryApi: services.discovery,
      fetchApi: {
        fetch: fetchChanged((input, init) => this.#fetch(input, init)),
      },
    });
  }

  /**
   * @param signal - ends the request
   * @throws when the backend does not answer in time, or has no such cluster
   */
  read(cluster: string, signal: AbortSignal): Promise<ClusterDeployments> {
    return this.#client.getClusterDeployments(
      { cluster },
      { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]) },
    );
  }

  async #fetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  }
}
