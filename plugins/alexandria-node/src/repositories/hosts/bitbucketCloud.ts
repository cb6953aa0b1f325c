import {
  getBitbucketCloudRequestOptions,
  type BitbucketCloudIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/** `GET /repositories/{workspace}/{repo_slug}`, https://developer.atlassian.com/cloud/bitbucket/rest/ */
export function bitbucketCloudRepository(
  config: BitbucketCloudIntegrationConfig,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { workspace, repo } = encodeParts(reference, 'workspace', 'repo');
  return {
    url: `https://${config.host}/${workspace}/${repo}`,
    apiUrl: `${config.apiBaseUrl}/repositories/${workspace}/${repo}`,
    authenticate: async () =>
      (await getBitbucketCloudRequestOptions(config)).headers,
  };
}
