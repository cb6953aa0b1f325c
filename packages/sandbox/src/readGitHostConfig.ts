import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import type { GitHostOptions } from './startGitHost';

const DEFAULT_PORT = 7008;

/**
 * Reads `sandbox.git`, and the credentials from the Gitea integration of its
 * address, so that both ends have them from one place.
 *
 * @returns undefined when `sandbox.git` is absent, null or false: the host is not wanted
 * @throws InputError naming everything that does not fit
 */
export function readGitHostConfig(
  config: Config,
): Omit<GitHostOptions, 'logger' | 'onPush'> | undefined {
  if (config.getOptional('sandbox.git') === false) {
    return undefined;
  }
  const git = config.getOptionalConfig('sandbox.git');
  if (!git) {
    return undefined;
  }
  const port = git.getOptionalNumber('port') ?? DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new InputError(
      `sandbox.git.port is ${port}; a whole number from 1 to 65535 will do (environment variable ALEXANDRIA_GIT_PORT)`,
    );
  }

  const host = `localhost:${port}`;
  const integration = ScmIntegrations.fromConfig(config).gitea.byHost(host);
  if (!integration) {
    throw new InputError(
      `sandbox.git.port is ${port}, but integrations.gitea has no entry with host '${host}', baseUrl 'http://${host}', a username and a password`,
    );
  }
  const { baseUrl, username, password } = integration.config;
  const problems = [
    baseUrl !== `http://${host}` &&
      `baseUrl is '${baseUrl}' and must be 'http://${host}'`,
    !username && 'username is missing',
    !password && 'password is missing',
  ].filter(Boolean);
  if (!username || !password || problems.length > 0) {
    throw new InputError(
      `integrations.gitea, entry with host '${host}': ${problems.join('; ')}`,
    );
  }
  return {
    port,
    username,
    password,
    directory: git.getOptionalString('directory'),
  };
}
