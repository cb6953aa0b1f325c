import type { RepositoryAvailability } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { askHost } from './askHost';
import { parseRepositoryReference } from './RepositoryReference';
import { repositoryHosts } from './repositoryHosts';

/** Time in milliseconds that a host has to answer. */
const DEFAULT_TIMEOUT_MS = 5_000;

/**
 * @public
 */
export interface RepositoryAvailabilityOptions {
  /** The portal's configuration; `integrations` is read. */
  config: Config;
  logger: LoggerService;
  /** Milliseconds that a host has to answer, credentials included; 5000 when omitted. */
  timeoutMs?: number;
}

/**
 * Tells whether a repository exists on its host.
 *
 * @public
 */
export interface RepositoryAvailabilityService {
  /**
   * Asks the host. `free` and `taken` are the host's own definite answers;
   * whatever else happens (refusal, error, redirect, no answer in time, no
   * credentials to see private repositories with) is `unknown` with a reason.
   *
   * @param repoUrl - in Backstage's format `host?owner=…&repo=…`
   * @param options - `signal` ends the check, which then throws the signal's reason
   * @throws InputError when `repoUrl` is malformed, lacks a part that its host
   *   needs, or names a host that no integration is configured for
   */
  check(
    repoUrl: string,
    options?: { signal?: AbortSignal },
  ): Promise<RepositoryAvailability>;
}

/**
 * Makes a {@link RepositoryAvailabilityService} on the portal's integrations
 * and their credentials: GitHub, GitLab, Gitea, Gerrit, Azure DevOps, Bitbucket
 * Cloud and Bitbucket Server.
 *
 * @public
 */
export function createRepositoryAvailability(
  options: RepositoryAvailabilityOptions,
): RepositoryAvailabilityService {
  const { config, logger, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const integrations = ScmIntegrations.fromConfig(config);
  const hosts = repositoryHosts(integrations);
  const hostNames = [...hosts.keys()].sort();

  return {
    async check(repoUrl, { signal } = {}) {
      const reference = parseRepositoryReference(
        repoUrl,
        integrations,
        hostNames,
      );
      const question = hosts.get(reference.host)!(reference);
      const answer = await askHost(question, { timeoutMs, signal });
      if (answer.status === 'unknown') {
        logger.warn(`Repository availability is unknown: ${answer.reason}`);
      }
      return { repoUrl, url: question.url, ...answer };
    },
  };
}
