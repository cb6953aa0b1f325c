import { setTimeout as delay } from 'node:timers/promises';

/** Tries of a merge: Gitea works out for a moment whether a request can be merged. */
const TRIES = 50;

/** A pull request, as Gitea tells of it. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  state: string;
  merged: boolean;
}

/** Speaks to a git host as somebody at it, through the API of Gitea. */
export class GitHostApi {
  constructor(
    private readonly url: string,
    private readonly credentials: { username: string; password: string },
  ) {}

  async #ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; text: string }> {
    const { username, password } = this.credentials;
    const response = await fetch(`${this.url}/api/v1/repos/${path}`, {
      method,
      headers: {
        authorization: `Basic ${btoa(`${username}:${password}`)}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  async #json<T>(method: string, path: string, body?: object): Promise<T> {
    const { status, text } = await this.#ask(method, path, body);
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${text}`);
    }
    return JSON.parse(text);
  }

  /** The text of a file, and the name of its blob. */
  async file(
    repository: string,
    path: string,
    ref = 'main',
  ): Promise<{ text: string; sha: string }> {
    const { content, sha } = await this.#json<{ content: string; sha: string }>(
      'GET',
      `${repository}/contents/${path}?ref=${encodeURIComponent(ref)}`,
    );
    return { text: Buffer.from(content, 'base64').toString('utf8'), sha };
  }

  /** The paths of all files. */
  async paths(repository: string, ref = 'main'): Promise<string[]> {
    const { tree } = await this.#json<{
      tree: { path: string; type: string }[];
    }>(
      'GET',
      `${repository}/git/trees/${encodeURIComponent(ref)}?recursive=true`,
    );
    return tree
      .filter(({ type }) => type === 'blob')
      .map(({ path }) => path)
      .sort();
  }

  /** Changes a file on the default branch, as a person does by hand. */
  async edit(
    repository: string,
    path: string,
    change: (text: string) => string,
  ): Promise<void> {
    const { text, sha } = await this.file(repository, path);
    const content = Buffer.from(change(text)).toString('base64');
    await this.#json('POST', `${repository}/contents`, {
      message: `Edit ${path}`,
      files: [{ operation: 'update', path, content, sha }],
    });
  }

  async pull(repository: string, number: number): Promise<PullRequest> {
    return this.#json('GET', `${repository}/pulls/${number}`);
  }

  async merge(repository: string, number: number): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const { status, text } = await this.#ask(
        'POST',
        `${repository}/pulls/${number}/merge`,
        { Do: 'merge' },
      );
      if (status === 200) {
        return;
      }
      if (tries === TRIES) {
        throw new Error(`merge of ${repository}#${number}: ${status} ${text}`);
      }
      await delay(200);
    }
  }
}
