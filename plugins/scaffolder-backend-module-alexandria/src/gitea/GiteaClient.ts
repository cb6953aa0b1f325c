import { ConflictError } from '@backstage/errors';
import {
  getGiteaRequestOptions,
  type GiteaIntegrationConfig,
} from '@backstage/integration';
import { z } from 'zod';

/** How long the host has to answer one request, in milliseconds. */
const ANSWER_MS = 30_000;

/** Entries that Gitea gives on one page of a tree, unless it is told to give fewer; and pages that are read at most. */
const PAGE_SIZE = 1000;
const MAX_PAGES = 50;

const repositorySchema = z.object({ default_branch: z.string().min(1) });
const treeSchema = z.object({
  tree: z.array(
    z.object({ path: z.string(), type: z.string(), sha: z.string() }),
  ),
  truncated: z.boolean(),
});
const changedSchema = z.object({ commit: z.object({ sha: z.string() }) });
const pullSchema = z.object({ number: z.number(), html_url: z.url() });

/**
 * What becomes of one file. `content` is in base64; `sha` is the object name of what is there now, by which Gitea tells whether
 * somebody else has changed it meanwhile.
 */
export type FileOperation = { path: string } & (
  | { operation: 'create'; content: string }
  | { operation: 'update'; content: string; sha: string }
  | { operation: 'delete'; sha: string }
);

/** One repository of a Gitea, through its API (https://docs.gitea.com/api/), as the portal's integration has access to it. */
export class GiteaClient {
  readonly #api: string;
  readonly #headers: Record<string, string>;

  constructor(
    config: GiteaIntegrationConfig,
    owner: string,
    repo: string,
    private readonly signal?: AbortSignal,
  ) {
    const base = config.baseUrl ?? `https://${config.host}`;
    this.#api = `${base.replace(/\/$/, '')}/api/v1/repos/${[owner, repo]
      .map(encodeURIComponent)
      .join('/')}`;
    this.#headers = getGiteaRequestOptions(config).headers ?? {};
  }

  /** The branch that the repository is shown on. */
  async defaultBranch(): Promise<string> {
    const { default_branch: branch } = await this.#ask(
      repositorySchema,
      'GET',
      '',
    );
    return branch;
  }

  /** The object names of the files of a branch or commit, by path. */
  async files(ref: string): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const { tree, truncated } = await this.#ask(
        treeSchema,
        'GET',
        `/git/trees/${encodeURIComponent(
          ref,
        )}?recursive=true&per_page=${PAGE_SIZE}&page=${page}`,
      );
      for (const { path, type, sha } of tree) {
        if (type === 'blob') {
          files.set(path, sha);
        }
      }
      if (!truncated) {
        break;
      }
    }
    return files;
  }

  /**
   * Changes files in one commit, on a new branch that begins at another.
   *
   * @returns the commit
   * @throws ConflictError when the branch is there already, or a file is another by now
   */
  async changeFiles(change: {
    branch: string;
    newBranch: string;
    message: string;
    files: readonly FileOperation[];
  }): Promise<string> {
    const { branch, newBranch, message, files } = change;
    const { commit } = await this.#ask(changedSchema, 'POST', '/contents', {
      ...{ branch, new_branch: newBranch, message, files },
    });
    return commit.sha;
  }

  /**
   * @returns its number, and the address of its page
   * @throws ConflictError when an open one asks for the same
   */
  async openPullRequest(request: {
    title: string;
    body: string;
    head: string;
    base: string;
  }): Promise<{ number: number; url: string }> {
    const pull = await this.#ask(pullSchema, 'POST', '/pulls', request);
    return { number: pull.number, url: pull.html_url };
  }

  async #ask<T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<T> {
    const timeout = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(`${this.#api}${path}`, {
      method,
      headers: {
        ...this.#headers,
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      // Credentials go to the host of the integration and nowhere else.
      redirect: 'error',
      signal: this.signal ? AbortSignal.any([this.signal, timeout]) : timeout,
    });
    if (!response.ok) {
      const message = messageOf(await response.json().catch(() => undefined));
      throw isConflict(response.status, message)
        ? new ConflictError(message)
        : new Error(
            `${method} ${this.#api}${path}: the host answered ${
              response.status
            } ${response.statusText}${message && `, ${message}`}`,
          );
    }
    return schema.parse(await response.json());
  }
}

function messageOf(body: unknown): string {
  return typeof body === 'object' &&
    body !== null &&
    'message' in body &&
    typeof body.message === 'string'
    ? body.message
    : '';
}

/** Gitea has no status of its own for a file that is another by now, or a branch that is there. */
function isConflict(status: number, message: string): boolean {
  return (
    status === 409 ||
    (status === 422 &&
      /sha does not match|already exists|does not exist/.test(message))
  );
}
