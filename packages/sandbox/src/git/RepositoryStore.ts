import { randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import {
  ConflictError,
  InputError,
  isError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import { isOwnerName, isRefName, isRepositoryName } from '../names';
import { runGit } from './git';
import { Repository, type RepositoryMetadata } from './Repository';

/** Lies in the bare repository, beside git's own files. */
const METADATA_FILE = 'sandbox.json';

/** Where repositories are made before they get their name; no owner starts with a dot. */
const STAGING = '.staging';

const metadataSchema: z.ZodType<RepositoryMetadata> = z.object({
  owner: z.string(),
  name: z.string(),
  description: z.string(),
  private: z.boolean(),
  createdAt: z.string(),
});

/**
 * Bare repositories in a folder, one below another for each owner:
 * `owner/name.git`. Names differ only by more than case, as in Gitea.
 */
export class RepositoryStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Makes an empty repository.
   *
   * @throws InputError when a name is not one; ConflictError when there is one already
   */
  async create(request: {
    owner: string;
    name: string;
    description: string;
    private: boolean;
    defaultBranch: string;
  }): Promise<Repository> {
    const { owner, name, defaultBranch } = request;
    const problems = [
      !isOwnerName(owner) && `owner '${owner}' is not the name of an owner`,
      !isRepositoryName(name) &&
        `name '${name}' is not the name of a repository: letters, digits, '-', '_' and '.' will do, at most 100`,
      !isRefName(defaultBranch) &&
        `default_branch '${defaultBranch}' is not the name of a branch`,
    ].filter(Boolean);
    if (problems.length > 0) {
      throw new InputError(problems.join('; '));
    }

    const staging = join(this.#root, STAGING, randomUUID());
    await mkdir(staging, { recursive: true });
    try {
      await runGit(
        [
          'init',
          '--quiet',
          '--bare',
          '--template=',
          `--initial-branch=${defaultBranch}`,
          '.',
        ],
        { cwd: staging },
      );
      const metadata: RepositoryMetadata = {
        owner,
        name,
        description: request.description,
        private: request.private,
        createdAt: new Date().toISOString(),
      };
      await writeFile(
        join(staging, METADATA_FILE),
        `${JSON.stringify(metadata, null, 2)}\n`,
      );
      const directory = this.#directory(owner, name);
      await mkdir(join(directory, '..'), { recursive: true });
      // Renaming onto a folder that has files fails, so of two requests at
      // the same time one gets the name.
      await rename(staging, directory);
      return new Repository(directory, metadata);
    } catch (error) {
      await rm(staging, { recursive: true, force: true });
      if (isCode(error, 'ENOTEMPTY', 'EEXIST')) {
        throw new ConflictError(
          'The repository with the same name already exists.',
        );
      }
      throw error;
    }
  }

  /** @throws NotFoundError when there is no such repository, or no such name can be */
  async get(owner: string, name: string): Promise<Repository> {
    if (isOwnerName(owner) && isRepositoryName(name)) {
      const directory = this.#directory(owner, name);
      try {
        const metadata = metadataSchema.parse(
          JSON.parse(await readFile(join(directory, METADATA_FILE), 'utf8')),
        );
        return new Repository(directory, metadata);
      } catch (error) {
        if (!isCode(error, 'ENOENT', 'ENOTDIR')) {
          throw error;
        }
      }
    }
    throw new NotFoundError(`There is no repository ${owner}/${name}`);
  }

  /** Every repository, or every one of an owner, by name. */
  async list(owner?: string): Promise<Repository[]> {
    const owners = owner ? [owner.toLowerCase()] : await folders(this.#root);
    const repositories = await Promise.all(
      owners
        .filter(isOwnerName)
        .map(async folder =>
          Promise.all(
            (await folders(join(this.#root, folder)))
              .filter(name => name.endsWith('.git'))
              .map(name => this.get(folder, name.slice(0, -'.git'.length))),
          ),
        ),
    );
    return repositories
      .flat()
      .sort((a, b) => a.fullName.localeCompare(b.fullName));
  }

  #directory(owner: string, name: string): string {
    return join(this.#root, owner.toLowerCase(), `${name.toLowerCase()}.git`);
  }
}

async function folders(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (isCode(error, 'ENOENT')) {
      return [];
    }
    throw error;
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return isError(error) && codes.includes(String(error.code));
}
