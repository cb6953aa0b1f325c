/**
 * What the repository picker has chosen, once it names a repository.
 *
 * @param formData - the whole form, as the scaffolder hands it to fields and validators
 */
export function chosenRepository(formData: unknown): string | undefined {
  if (typeof formData !== 'object' || formData === null) {
    return undefined;
  }
  const { repoUrl } = formData as { repoUrl?: unknown };
  return typeof repoUrl === 'string' &&
    new URLSearchParams(repoUrl.slice(repoUrl.indexOf('?') + 1)).get('repo')
    ? repoUrl
    : undefined;
}

/** The host of a repository in Backstage's format. */
export function hostOf(repoUrl: string): string {
  return repoUrl.split('?', 1)[0];
}

/** The answers with the repository that is chosen beside them. */
export function withRepository<T extends object>(
  answers: T,
  repoUrl: string | undefined,
): T | (T & { repoUrl: string }) {
  return repoUrl === undefined ? answers : { ...answers, repoUrl };
}
