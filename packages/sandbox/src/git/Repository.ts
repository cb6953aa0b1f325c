import { NotFoundError } from '@backstage/errors';
import { isRefName } from '../names';
import { exitOf, runGit, spawnGit } from './git';

/** What the host keeps about a repository beside git's own data. */
export interface RepositoryMetadata {
  owner: string;
  name: string;
  description: string;
  /** Recorded and reported; reading is open to whoever reaches loopback. */
  private: boolean;
  /** ISO 8601, UTC. */
  createdAt: string;
}

/** An entry of a tree. `size` is in bytes and undefined for what is no blob. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size?: number;
  /** Path from the root of the repository. */
  path: string;
}

/** A person and a moment (ISO 8601 with offset), as a commit records them. */
export interface Signature {
  name: string;
  email: string;
  date: string;
}

/** A commit. */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

const COMMIT_FORMAT = [
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%aI',
  '%cn',
  '%ce',
  '%cI',
  '%B',
].join('%x00');

/** A bare repository on disk, read through git. */
export class Repository {
  constructor(
    readonly directory: string,
    readonly metadata: RepositoryMetadata,
  ) {}

  /** Owner and name as they were written when the repository was created. */
  get fullName(): string {
    return `${this.metadata.owner}/${this.metadata.name}`;
  }

  /** The branch that HEAD names, whether or not it has a commit. */
  async defaultBranch(): Promise<string> {
    return (await this.#text('symbolic-ref', '--short', 'HEAD')).trim();
  }

  /** Names of the branches, sorted. */
  async branches(): Promise<string[]> {
    const output = await this.#text(
      'for-each-ref',
      '--format=%(refname:lstrip=2)',
      'refs/heads',
    );
    return output.split('\n').filter(Boolean);
  }

  /**
   * The commit that a branch, a tag or an (abbreviated) object name stands for.
   *
   * @throws NotFoundError when there is none
   */
  async resolveCommit(ref: string): Promise<string> {
    if (isRefName(ref)) {
      const names = [`refs/heads/${ref}`, `refs/tags/${ref}`];
      if (/^[0-9a-f]{7,64}$/.test(ref)) {
        names.push(ref);
      }
      for (const name of names) {
        try {
          const output = await this.#text(
            'rev-parse',
            '--verify',
            '--quiet',
            `${name}^{commit}`,
          );
          return output.trim();
        } catch {
          // Not a name of this kind; the next one may be.
        }
      }
    }
    throw new NotFoundError(
      `${this.fullName} has no branch, tag or commit '${ref}'`,
    );
  }

  /** Reads a commit by its full object name. */
  async commit(sha: string): Promise<Commit> {
    const output = await this.#text(
      'log',
      '-1',
      `--format=format:${COMMIT_FORMAT}`,
      sha,
    );
    const [hash, tree, parents, an, ae, ad, cn, ce, cd, ...message] =
      output.split('\0');
    return {
      sha: hash,
      tree,
      parents: parents.split(' ').filter(Boolean),
      author: { name: an, email: ae, date: ad },
      committer: { name: cn, email: ce, date: cd },
      message: message.join('\0'),
    };
  }

  /**
   * The entry at a path of a commit; the root is a tree.
   *
   * @throws NotFoundError when the commit has nothing there
   */
  async entry(commit: string, path: string[]): Promise<TreeEntry> {
    if (path.length === 0) {
      const { tree } = await this.commit(commit);
      return { mode: '040000', type: 'tree', sha: tree, path: '' };
    }
    const name = path.join('/');
    const [entry] = await this.#list(commit, '--', name);
    if (!entry) {
      throw new NotFoundError(`${this.fullName} has no '${name}' at ${commit}`);
    }
    return entry;
  }

  /** Entries of the tree at a path of a commit: folders first, then by name. */
  async children(commit: string, tree: TreeEntry): Promise<TreeEntry[]> {
    const entries = await (tree.path
      ? this.#list(commit, '--', `${tree.path}/`)
      : this.#list(commit));
    const rank = (entry: TreeEntry) => (entry.type === 'tree' ? 0 : 1);
    return entries.sort(
      (a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1),
    );
  }

  /** Every blob, folder and submodule of a commit, by path, as `git ls-tree -r -t` has them. */
  async allEntries(commit: string): Promise<TreeEntry[]> {
    return this.#list('-r', '-t', commit);
  }

  /** Contents of a blob by its full object name. */
  async blob(sha: string): Promise<Buffer> {
    return runGit(['cat-file', 'blob', sha], { cwd: this.directory });
  }

  /**
   * The text of the files of a commit, by path.
   *
   * @param isWanted - whether a path is looked at
   */
  async files(
    commit: string,
    isWanted: (path: string) => boolean,
  ): Promise<Map<string, string>> {
    const entries = (await this.#list('-r', commit)).filter(
      ({ type, path }) => type === 'blob' && isWanted(path),
    );
    const output = await runGit(['cat-file', '--batch'], {
      cwd: this.directory,
      input: entries.map(({ sha }) => `${sha}\n`).join(''),
    });
    const files = new Map<string, string>();
    let at = 0;
    for (const { path, size = 0 } of entries) {
      // Before each is a line with its name, its type and its size; after it, the end of a line.
      const begin = output.indexOf('\n', at) + 1;
      files.set(path, output.subarray(begin, begin + size).toString('utf8'));
      at = begin + size + 1;
    }
    return files;
  }

  /**
   * Streams a gzipped tar of a commit, all files in one folder named as the
   * repository, as Gitea has it.
   */
  archive(
    commit: string,
    signal: AbortSignal,
  ): { stream: NodeJS.ReadableStream; ended: Promise<void> } {
    const args = [
      'archive',
      '--format=tar.gz',
      `--prefix=${this.metadata.name.toLowerCase()}/`,
      commit,
    ];
    const child = spawnGit(args, { cwd: this.directory, signal });
    child.stdin.end();
    return { stream: child.stdout, ended: exitOf(child, args) };
  }

  /**
   * After the first push, points HEAD at the branch that was pushed when the
   * one it names has no commit: Gitea takes the first branch as the default.
   */
  async adoptFirstBranch(): Promise<void> {
    const [branches, current] = await Promise.all([
      this.branches(),
      this.defaultBranch(),
    ]);
    if (branches.length > 0 && !branches.includes(current)) {
      await this.#text('symbolic-ref', 'HEAD', `refs/heads/${branches[0]}`);
    }
  }

  async #list(...args: string[]): Promise<TreeEntry[]> {
    const output = await this.#text(
      'ls-tree',
      '-z',
      '--long',
      '--full-tree',
      ...args,
    );
    return output
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const tab = line.indexOf('\t');
        const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
        return {
          mode,
          type: type as TreeEntry['type'],
          sha,
          ...(size !== '-' && { size: Number(size) }),
          path: line.slice(tab + 1),
        };
      });
  }

  async #text(...args: string[]): Promise<string> {
    return (await runGit(args, { cwd: this.directory })).toString('utf8');
  }
}
