/**
 * Where a repository lives, as Backstage's RepoUrlPicker names it.
 *
 * @public
 */
export interface RepositoryHost {
  host: string;
  owner: string;
  repo: string;
  /** The page of the repository, without a slash at the end. */
  url: string;
  /** What `git clone` takes. */
  cloneUrl: string;
}

/**
 * Which validation workflow a host runs.
 *
 * @public
 */
export type CiKind = 'github' | 'gitlab' | 'gitea' | 'none';

const LOOPBACK = /^(localhost|127\.|\[::1\])/;

/**
 * Reads `host?owner=…&repo=…`.
 *
 * @returns undefined when there is none, or when owner and repository cannot be told from it
 *
 * @public
 */
export function repositoryHost(
  repoUrl: string | undefined,
): RepositoryHost | undefined {
  if (repoUrl === undefined) {
    return undefined;
  }
  const [host, query = ''] = repoUrl.split('?', 2);
  const given = new URLSearchParams(query);
  const repo = given.get('repo') ?? '';
  const owner =
    given.get('owner') ??
    given.get('workspace') ??
    given.get('organization') ??
    given.get('project') ??
    '';
  if (host === '' || owner === '' || repo === '') {
    return undefined;
  }
  const path = (text: string) =>
    text.split('/').map(encodeURIComponent).join('/');
  const root = `${LOOPBACK.test(host) ? 'http' : 'https'}://${host}`;
  const organization = given.get('organization');
  const project = given.get('project');
  if (organization && project) {
    const url = `${root}/${path(organization)}/${path(project)}/_git/${path(
      repo,
    )}`;
    return { host, owner, repo, url, cloneUrl: url };
  }
  if (project && !given.has('workspace') && !given.has('owner')) {
    // Bitbucket Server
    return {
      host,
      owner,
      repo,
      url: `${root}/projects/${path(project)}/repos/${path(repo)}`,
      cloneUrl: `${root}/scm/${path(project.toLowerCase())}/${path(repo)}.git`,
    };
  }
  const url = `${root}/${path(given.get('workspace') ?? owner)}/${path(repo)}`;
  return { host, owner, repo, url, cloneUrl: `${url}.git` };
}

/** The workflow for a host that is only known by its name; `none` where the name tells nothing. */
export function ciKindOf(host: string | undefined): CiKind {
  const name = host ?? '';
  if (/(^|\.)github\./.test(name)) {
    return 'github';
  }
  if (/(^|\.)gitlab\./.test(name)) {
    return 'gitlab';
  }
  return /(^|\.)(gitea|forgejo|codeberg)\./.test(name) || LOOPBACK.test(name)
    ? 'gitea'
    : 'none';
}
