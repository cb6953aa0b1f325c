import type { Repository } from '../git/Repository';

const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/** Path of a repository's page. Names of owners and repositories need no encoding. */
export function repositoryPath(repository: Repository): string {
  return `/${repository.fullName}`;
}

/** Path of the page (or the raw bytes) of a file or folder, as Gitea has it. */
export function treePath(
  repository: Repository,
  target: ({ branch: string } | { commit: string }) & {
    path?: string[];
    view?: 'src' | 'raw';
  },
): string {
  const at =
    'branch' in target
      ? `branch/${encodePath(target.branch)}`
      : `commit/${target.commit}`;
  const path = (target.path ?? []).map(encodeURIComponent);
  return [repositoryPath(repository), target.view ?? 'src', at, ...path].join(
    '/',
  );
}

/** Path of the page of a pull request, or, without a number, of all of them. */
export function pullPath(repository: Repository, number?: number): string {
  const pulls = `${repositoryPath(repository)}/pulls`;
  return number === undefined ? pulls : `${pulls}/${number}`;
}
