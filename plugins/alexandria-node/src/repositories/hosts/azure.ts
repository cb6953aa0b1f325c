import type {
  AzureDevOpsCredentialsProvider,
  AzureIntegrationConfig,
} from '@backstage/integration';
import type { RepositoryQuestion } from '../RepositoryQuestion';
import { encodeParts, type RepositoryReference } from '../RepositoryReference';

/**
 * `GET /{organization}/{project}/_apis/git/repositories/{repository}`,
 * https://learn.microsoft.com/rest/api/azure/devops/git/repositories/get-repository.
 * On Azure DevOps Server the organization is the collection.
 */
export function azureRepository(
  config: AzureIntegrationConfig,
  credentials: AzureDevOpsCredentialsProvider,
  reference: RepositoryReference,
): RepositoryQuestion {
  const { organization, project, repo } = encodeParts(
    reference,
    'organization',
    'project',
    'repo',
  );
  const organizationUrl = `https://${config.host}/${organization}`;
  return {
    url: `${organizationUrl}/${project}/_git/${repo}`,
    apiUrl: `${organizationUrl}/${project}/_apis/git/repositories/${repo}?api-version=6.0`,
    authenticate: async () =>
      (await credentials.getCredentials({ url: organizationUrl }))?.headers ??
      {},
  };
}
