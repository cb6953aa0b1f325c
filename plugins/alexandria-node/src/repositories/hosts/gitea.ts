import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/** `GET /repos/{owner}/{repo}`, https://docs.gitea.com/api/ */
export function giteaRepository(
  config: GiteaIntegrationConfig,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { owner, repo } = encodeParts(reference, 'owner', 'repo');
  const baseUrl = config.baseUrl ?? `https://${config.host}`;
  return {
    url: `${baseUrl}/${owner}/${repo}`,
    apiUrl: `${baseUrl}/api/v1/repos/${owner}/${repo}`,
    // Without a password the library returns the headers themselves, empty.
    authenticate: async () => getGiteaRequestOptions(config).headers ?? {},
  };
}
