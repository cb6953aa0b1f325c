import type { Result } from '../result';
import { formatPath, type Segment } from '../values/path';
import { isSecretPath, looksSecret } from '../values/secretText';
import { readYaml } from '../yaml';
import { generateRepository } from './generateRepository';
import { isTeamOwned, paths } from './paths';
import { readRecord, refuseOther } from './readRecord';
import { isReadOfRepository } from './readRepository';

/**
 * A field of a values file that is not what the answers give.
 *
 * @public
 */
export interface RepositoryField {
  path: string;
  change: 'changed' | 'removed' | 'added';
  /** What the answers give, in one line; absent for what is no single value, and for what is withheld. */
  expected?: string;
  /** What the file has. */
  live?: string;
  /** Whether the values are kept back because they are, or may be, a credential. */
  withheld: boolean;
}

/**
 * A file that is not what the answers give.
 *
 * @public
 */
export interface RepositoryDifference {
  /** Relative to the root. */
  path: string;
  change: 'changed' | 'removed' | 'added';
  /** Of a values file alone; empty where it differs in its comments, or cannot be read. */
  fields: RepositoryField[];
}

const MOST = 200;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') {
    return undefined;
  }
  const text = String(value).replace(/\s+/g, ' ');
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

function fieldOf(
  path: readonly Segment[],
  expected: unknown,
  live: unknown,
): RepositoryField {
  const withheld =
    isSecretPath(path) ||
    [expected, live].some(
      value => typeof value === 'string' && looksSecret(value),
    );
  const [asked, found] = [shown(expected), shown(live)];
  return {
    path: formatPath(path),
    change: changeOf(expected, live),
    ...(withheld || asked === undefined ? {} : { expected: asked }),
    ...(withheld || found === undefined ? {} : { live: found }),
    withheld,
  };
}

function changeOf(expected: unknown, live: unknown) {
  if (expected === undefined) {
    return 'added';
  }
  return live === undefined ? 'removed' : 'changed';
}

function* fieldsOf(
  path: readonly Segment[],
  expected: unknown,
  live: unknown,
): Generator<RepositoryField> {
  if (isMap(expected) && isMap(live)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(live)]);
    for (const key of keys) {
      const [asked, found] = [expected, live].map(map =>
        Object.hasOwn(map, key) ? map[key] : undefined,
      );
      yield* fieldsOf([...path, key], asked, found);
    }
  } else if (
    Array.isArray(expected) &&
    Array.isArray(live) &&
    expected.length === live.length
  ) {
    for (const [index, value] of expected.entries()) {
      yield* fieldsOf([...path, index], value, live[index]);
    }
  } else if (expected !== live) {
    yield fieldOf(path, expected, live);
  }
}

function differingFields(expected: string, live: string): RepositoryField[] {
  const [asked, found] = [readYaml(expected), readYaml(live)];
  return asked.ok && found.ok
    ? [...fieldsOf([], asked.value, found.value)]
    : [];
}

/**
 * Where the files of a repository are not what its answers give: hand edits, which are legitimate, and what is gone. Compared
 * are the values files and what lies below `k8s/`; what is the team's from the start is not.
 *
 * @param files - text by path; those that isReadOfRepository names
 *
 * @public
 */
export function compareRepository(
  files: ReadonlyMap<string, string>,
): Result<RepositoryDifference[]> {
  const record = readRecord(files, refuseOther);
  if (!record.ok) {
    return record;
  }
  const generated = new Map(
    generateRepository(record.value.instance)
      .filter(({ path }) => isReadOfRepository(path) && !isTeamOwned(path))
      .map(({ path, content }) => [path, content]),
  );
  generated.delete(paths.instance);
  const differences: RepositoryDifference[] = [];
  for (const [path, content] of generated) {
    const found = files.get(path);
    if (found === undefined) {
      differences.push({ path, change: 'removed', fields: [] });
    } else if (found !== content) {
      const fields = path.startsWith('values-')
        ? differingFields(content, found)
        : [];
      differences.push({ path, change: 'changed', fields });
    }
  }
  for (const path of files.keys()) {
    if (
      path !== paths.instance &&
      isReadOfRepository(path) &&
      !isTeamOwned(path) &&
      !generated.has(path)
    ) {
      differences.push({ path, change: 'added', fields: [] });
    }
  }
  return {
    ok: true,
    value: differences.sort((a, b) => (a.path < b.path ? -1 : 1)),
    warnings: [],
  };
}
