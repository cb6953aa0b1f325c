import {
  getGerritRequestOptions,
  type GerritIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/** `GET /projects/{project-name}`, https://gerrit-review.googlesource.com/Documentation/rest-api-projects.html */
export function gerritRepository(
  config: GerritIntegrationConfig,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { repo } = encodeParts(reference, 'repo');
  const baseUrl = (config.baseUrl ?? `https://${config.host}`).replace(
    /\/+$/,
    '',
  );
  const headers: HeadersInit = getGerritRequestOptions(config).headers ?? {};
  // Gerrit reads credentials only below /a/.
  const api = config.password ? `${baseUrl}/a` : baseUrl;
  return {
    url: `${baseUrl}/admin/repos/${repo}`,
    apiUrl: `${api}/projects/${repo}`,
    missingAs: 'text/plain',
    authenticate: async () => Object.fromEntries(new Headers(headers)),
  };
}
