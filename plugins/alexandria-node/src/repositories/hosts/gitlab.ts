import {
  getGitLabRequestOptions,
  type GitLabIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/**
 * `GET /projects/{path}`, https://docs.gitlab.com/api/projects/#get-a-single-project.
 * The owner may be a nested group (`group/subgroup`).
 */
export function gitlabRepository(
  config: GitLabIntegrationConfig,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { owner, repo } = encodeParts(reference, 'owner', 'repo');
  return {
    url: `${config.baseUrl}/${owner.replaceAll('%2F', '/')}/${repo}`,
    apiUrl: `${config.apiBaseUrl}/projects/${owner}%2F${repo}`,
    authenticate: async () => getGitLabRequestOptions(config).headers,
  };
}
