import {
  getBitbucketServerRequestOptions,
  type BitbucketServerIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/** `GET /projects/{projectKey}/repos/{repositorySlug}`, https://developer.atlassian.com/server/bitbucket/rest/ */
export function bitbucketServerRepository(
  config: BitbucketServerIntegrationConfig,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { project, repo } = encodeParts(reference, 'project', 'repo');
  return {
    url: `https://${config.host}/projects/${project}/repos/${repo}`,
    apiUrl: `${config.apiBaseUrl}/projects/${project}/repos/${repo}`,
    authenticate: async () => getBitbucketServerRequestOptions(config).headers,
  };
}
