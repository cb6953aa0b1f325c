import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

/**
 * A repository as Backstage's `repoUrl` names it. Which parts are present
 * depends on the host.
 */
export type RepositoryReference = ReturnType<typeof parseRepoUrl>;

/** A part of a reference that ends up in the path of an address. */
type Part = Exclude<keyof RepositoryReference, 'host'>;

/** Longer than any host's limit of owner and repository taken together. */
const MAX_REPO_URL_LENGTH = 1024;

const FORMAT =
  'host?owner=…&repo=…, for Azure DevOps host?organization=…&project=…&repo=…, for Bitbucket host?workspace=…&project=…&repo=…';

/**
 * Parses a `repoUrl` with the parser of the publish actions, after refusing
 * what that parser lets through: credentials, a path, a fragment.
 *
 * @param hosts - configured hosts, for the message when the host is not among them
 * @throws InputError naming what is wrong with the `repoUrl`
 */
export function parseRepositoryReference(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
  hosts: string[],
): RepositoryReference {
  if (repoUrl.length > MAX_REPO_URL_LENGTH) {
    throw new InputError(
      `repoUrl is ${repoUrl.length} characters long; at most ${MAX_REPO_URL_LENGTH} will do`,
    );
  }
  const url = parseUrl(repoUrl);
  if (
    !url ||
    url.username ||
    url.password ||
    url.pathname !== '/' ||
    url.hash ||
    /\s/.test(repoUrl.split('?')[0])
  ) {
    // The value may hold credentials (user:password@host), so it is not repeated.
    throw new InputError(`repoUrl is not of the form ${FORMAT}`);
  }
  if (!hosts.includes(url.host)) {
    throw new InputError(
      `repoUrl names the host '${
        url.host
      }', which no integration is configured for. Configured hosts: ${hosts.join(
        ', ',
      )}`,
    );
  }
  return parseRepoUrl(repoUrl, integrations);
}

function parseUrl(repoUrl: string): URL | undefined {
  try {
    return new URL(`https://${repoUrl}`);
  } catch {
    return undefined;
  }
}

/**
 * The named parts of a reference, each percent-encoded for use as one segment
 * of a path (`owner/group` of GitLab stays one value and becomes `owner%2Fgroup`).
 *
 * @throws InputError naming every part that is missing or that would change
 *   the meaning of a path
 */
export function encodeParts<P extends Part>(
  reference: RepositoryReference,
  ...names: P[]
): Record<P, string> {
  const problems: string[] = [];
  const parts: Partial<Record<P, string>> = {};
  for (const name of names) {
    const value = reference[name];
    if (!value) {
      problems.push(`${name} is missing`);
    } else if (
      value.split('/').some(segment => /^\.{0,2}$/.test(segment)) ||
      /[\\\p{Cc}]/u.test(value)
    ) {
      problems.push(`${name} '${value}' is not a name`);
    } else {
      parts[name] = encodeURIComponent(value);
    }
  }
  if (problems.length > 0) {
    throw new InputError(`repoUrl: ${problems.join('; ')}`);
  }
  return parts as Record<P, string>;
}
