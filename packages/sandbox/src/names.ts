import { InputError } from '@backstage/errors';

/**
 * First path segments that the host itself answers, and `undefined`, which is
 * the owner that publish:gitea asks for when a repoUrl names none.
 */
const RESERVED_OWNERS = new Set(['api', 'undefined']);

/** Gitea's rule: letters and digits, with single `-`, `_` or `.` between them. */
const OWNER = /^[A-Za-z0-9](?:[-_.]?[A-Za-z0-9])*$/;
const MAX_OWNER_LENGTH = 40;

/** Gitea's rule: letters, digits, `-`, `_` and `.`. */
const REPOSITORY = /^[A-Za-z0-9._-]+$/;
const MAX_REPOSITORY_LENGTH = 100;
/** Gitea refuses `-` and these endings; `.` and `..` would leave the owner's folder. */
const REFUSED_REPOSITORY = /^(?:\.|\.\.|-|.*\.(?:git|wiki|rss|atom|lock))$/i;

/** Whether `owner` is the name of an organization that this host has. */
export function isOwnerName(owner: string): boolean {
  return (
    owner.length <= MAX_OWNER_LENGTH &&
    OWNER.test(owner) &&
    !RESERVED_OWNERS.has(owner.toLowerCase())
  );
}

/** Whether `name` may name a repository. */
export function isRepositoryName(name: string): boolean {
  return (
    name.length <= MAX_REPOSITORY_LENGTH &&
    REPOSITORY.test(name) &&
    !REFUSED_REPOSITORY.test(name)
  );
}

/** Whether `ref` may name a branch or a tag, by the rules of git-check-ref-format. */
export function isRefName(ref: string): boolean {
  return (
    ref.length > 0 &&
    ref.length <= 200 &&
    !ref.startsWith('-') &&
    !/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$|(?:^|\/)\.|\.lock(?:\/|$)/u.test(
      ref,
    )
  );
}

/**
 * Splits a path inside a repository.
 *
 * @throws InputError when a segment is empty, `.` or `..`, or holds a control character
 */
export function splitTreePath(path: string): string[] {
  if (path === '') {
    return [];
  }
  const segments = path.replace(/\/$/, '').split('/');
  if (segments.some(s => /^\.{0,2}$/.test(s) || /\p{Cc}/u.test(s))) {
    throw new InputError(`'${path}' is not a path inside a repository`);
  }
  return segments;
}
