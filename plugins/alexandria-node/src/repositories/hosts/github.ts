import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/** `GET /repos/{owner}/{repo}`, https://docs.github.com/en/rest/repos/repos#get-a-repository */
export function githubRepository(
  config: GithubIntegrationConfig,
  credentials: GithubCredentialsProvider,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { owner, repo } = encodeParts(reference, 'owner', 'repo');
  const apiBaseUrl = config.apiBaseUrl ?? `https://${config.host}/api/v3`;
  return {
    url: `https://${config.host}/${owner}/${repo}`,
    apiUrl: `${apiBaseUrl}/repos/${owner}/${repo}`,
    authenticate: async () => {
      // Credentials for the owner: those for a repository that does not exist
      // yet are refused to a GitHub App installed on selected repositories.
      const { headers } = await credentials.getCredentials({
        url: `https://${config.host}/${owner}`,
      });
      return headers ?? {};
    },
  };
}
