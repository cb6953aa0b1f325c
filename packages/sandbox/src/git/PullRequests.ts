import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ConflictError,
  InputError,
  isError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import { authorVariables, type Author } from './changeFiles';
import { runGit } from './git';
import type { Repository } from './Repository';

/** Lies in the bare repository, beside git's own files. */
const FILE = 'sandbox-pulls.json';

const pullRequestSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  /** The branch with the changes, and the one that they are meant for. */
  head: z.string(),
  base: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  mergedAt: z.string().optional(),
  /** The commit that the merge made. */
  mergeCommit: z.string().optional(),
});

/** A request to merge one branch of a repository into another. */
export type PullRequest = z.infer<typeof pullRequestSchema>;

/** What is being written, by folder, so that of two changes none is lost. */
const writing = new Map<string, Promise<unknown>>();

/** The pull requests of a repository, kept in a file beside its objects. */
export class PullRequests {
  constructor(private readonly repository: Repository) {}

  get #file(): string {
    return join(this.repository.directory, FILE);
  }

  /** Every one, the newest first. */
  async list(): Promise<PullRequest[]> {
    try {
      const read: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
      return z.array(pullRequestSchema).parse(read);
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return [];
      }
      throw error;
    }
  }

  /** @throws NotFoundError when there is none of that number */
  async get(number: number): Promise<PullRequest> {
    const found = (await this.list()).find(each => each.number === number);
    if (!found) {
      throw new NotFoundError(
        `${this.repository.fullName} has no pull request ${number}`,
      );
    }
    return found;
  }

  /**
   * @throws NotFoundError when there is no such branch, InputError when the two are the same, ConflictError when an open
   *   request asks for the same
   */
  async open(request: {
    title: string;
    body: string;
    head: string;
    base: string;
  }): Promise<PullRequest> {
    const branches = await this.repository.branches();
    const { head, base } = request;
    const missing = [head, base].find(branch => !branches.includes(branch));
    if (missing !== undefined) {
      throw new NotFoundError(
        `${this.repository.fullName} has no branch '${missing}'`,
      );
    }
    if (head === base) {
      throw new InputError('head and base are the same branch');
    }
    return this.#write(async pulls => {
      const same = pulls.find(
        each =>
          each.mergedAt === undefined &&
          each.head === head &&
          each.base === base,
      );
      if (same) {
        throw new ConflictError(
          `pull request already exists for these targets [number: ${same.number}]`,
        );
      }
      const opened: PullRequest = {
        ...request,
        number: (pulls[0]?.number ?? 0) + 1,
        createdAt: new Date().toISOString(),
      };
      return { pulls: [opened, ...pulls], result: opened };
    });
  }

  /** How the two branches differ from where they parted, as `git diff` writes it. */
  async diff({ head, base, mergeCommit }: PullRequest): Promise<string> {
    const range =
      mergeCommit === undefined
        ? `refs/heads/${base}...refs/heads/${head}`
        : `${mergeCommit}^1..${mergeCommit}`;
    return this.#git(['diff', '--no-color', '--no-ext-diff', range, '--']);
  }

  /**
   * Merges by a commit of its own, as git merges: what both sides changed in one place is a conflict. Needs git 2.38.
   *
   * @throws ConflictError when it is merged already, or git cannot merge it
   */
  async merge(number: number, author: Author): Promise<PullRequest> {
    await this.get(number);
    return this.#write(async pulls => {
      const pull = pulls.find(each => each.number === number)!;
      if (pull.mergedAt !== undefined) {
        throw new ConflictError(`pull request ${number} is merged already`);
      }
      const [base, head] = await Promise.all([
        this.repository.resolveCommit(pull.base),
        this.repository.resolveCommit(pull.head),
      ]);
      const tree = await this.#git([
        'merge-tree',
        '--write-tree',
        base,
        head,
      ]).catch(() => {
        throw new ConflictError(
          `pull request ${number} cannot be merged: ${pull.head} and ${pull.base} changed the same lines`,
        );
      });
      const mergeCommit = await this.#git(
        ['commit-tree', tree, '-p', base, '-p', head],
        {
          input: `Merge pull request '${pull.title}' (#${number}) from ${pull.head} into ${pull.base}\n`,
          environment: authorVariables(author),
        },
      );
      await this.#git([
        'update-ref',
        `refs/heads/${pull.base}`,
        mergeCommit,
        base,
      ]);
      const merged: PullRequest = {
        ...pull,
        mergeCommit,
        mergedAt: new Date().toISOString(),
      };
      return {
        pulls: pulls.map(each => (each === pull ? merged : each)),
        result: merged,
      };
    });
  }

  /** One change after the other. */
  async #write<T>(
    change: (
      pulls: PullRequest[],
    ) => Promise<{ pulls: PullRequest[]; result: T }>,
  ): Promise<T> {
    const before = writing.get(this.#file) ?? Promise.resolve();
    const done = before
      .catch(() => undefined)
      .then(async () => {
        const { pulls, result } = await change(await this.list());
        const draft = `${this.#file}.${randomUUID()}`;
        await writeFile(draft, `${JSON.stringify(pulls, null, 2)}\n`);
        await rename(draft, this.#file);
        return result;
      });
    writing.set(this.#file, done);
    try {
      return await done;
    } finally {
      if (writing.get(this.#file) === done) {
        writing.delete(this.#file);
      }
    }
  }

  async #git(
    args: string[],
    options: { input?: string; environment?: Record<string, string> } = {},
  ): Promise<string> {
    const output = await runGit(args, {
      cwd: this.repository.directory,
      ...options,
    });
    const text = output.toString('utf8');
    return args[0] === 'diff' ? text : text.trim();
  }
}
