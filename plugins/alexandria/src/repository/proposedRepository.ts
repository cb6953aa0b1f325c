/** The name of an entity reference: `group:default/payments` is `payments`. */
function nameOf(ref: string): string {
  return ref.slice(Math.max(ref.lastIndexOf(':'), ref.lastIndexOf('/')) + 1);
}

function textAt(answers: unknown, key: string): string {
  const value =
    typeof answers === 'object' && answers !== null
      ? (answers as Record<string, unknown>)[key]
      : undefined;
  return typeof value === 'string' ? value : '';
}

/**
 * The repository that is proposed: called as the instance, below a name like its owner's.
 *
 * @param answers - the answers so far
 * @param host - undefined leaves the host to the person
 * @returns in the format of RepoUrlPicker
 */
export function proposedRepository(
  answers: unknown,
  host: string | undefined,
): string | undefined {
  if (host === undefined) {
    return undefined;
  }
  const query = new URLSearchParams();
  const owner = nameOf(textAt(answers, 'owner'));
  if (owner !== '') {
    query.set('owner', owner);
  }
  const name = textAt(answers, 'name');
  if (name !== '') {
    query.set('repo', name);
  }
  return `${host}?${query}`;
}
