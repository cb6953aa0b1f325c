import {
  DefaultAzureDevOpsCredentialsProvider,
  DefaultGithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import type { RepositoryQuestion } from './RepositoryQuestion';
import type { RepositoryReference } from './RepositoryReference';
import { azureRepository } from './hosts/azure';
import { bitbucketCloudRepository } from './hosts/bitbucketCloud';
import { bitbucketServerRepository } from './hosts/bitbucketServer';
import { gerritRepository } from './hosts/gerrit';
import { giteaRepository } from './hosts/gitea';
import { githubRepository } from './hosts/github';
import { gitlabRepository } from './hosts/gitlab';

type AskHost = (reference: RepositoryReference) => RepositoryQuestion;

/**
 * The portal's integrations that repositories can be published to, by host.
 * When two integrations name one host the first counts, as it does for
 * `ScmIntegrations.byHost`.
 */
export function repositoryHosts(
  integrations: ScmIntegrations,
): Map<string, AskHost> {
  const github =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const azure =
    DefaultAzureDevOpsCredentialsProvider.fromIntegrations(integrations);

  const hosts: [string, AskHost][] = [
    ...integrations.azure
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => azureRepository(config, azure, reference),
      ]),
    ...integrations.bitbucketCloud
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => bitbucketCloudRepository(config, reference),
      ]),
    ...integrations.bitbucketServer
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => bitbucketServerRepository(config, reference),
      ]),
    ...integrations.gerrit
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => gerritRepository(config, reference),
      ]),
    ...integrations.gitea
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => giteaRepository(config, reference),
      ]),
    ...integrations.github
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => githubRepository(config, github, reference),
      ]),
    ...integrations.gitlab
      .list()
      .map(({ config }): [string, AskHost] => [
        config.host,
        reference => gitlabRepository(config, reference),
      ]),
  ];
  // A Map keeps the last of equal keys, so the first goes in last.
  return new Map(hosts.reverse());
}
