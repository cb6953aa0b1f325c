import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';
import { startGitHost, type GitHost } from '@alexandriaproject/sandbox';
import { run } from '@alexandriaproject/test-rig';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { GeneratedRepository } from './GeneratedRepository';

const OWNER = 'platform';
const CREDENTIALS = { username: 'portal', password: 'of-this-test' };

/** The repository of an instance on the sandbox's git host, as the template publishes it, and a clone of it. */
export class PushedRepository {
  private constructor(
    private readonly host: GitHost,
    private readonly clone: GeneratedRepository,
    private readonly name: string,
  ) {}

  static async start(input: InstanceInput): Promise<PushedRepository> {
    const host = await startGitHost({
      ...{ ...CREDENTIALS, port: 0 },
      logger: mockServices.logger.mock(),
    });
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'pushed-'));
    const repository = new PushedRepository(
      host,
      new GeneratedRepository(path.join(folder, 'clone')),
      input.name,
    );
    try {
      await repository.push(input);
      return repository;
    } catch (error) {
      await repository.stop();
      throw error;
    }
  }

  /** The folder of the clone. */
  get folder(): string {
    return this.clone.folder;
  }

  /** What a portal is told to read it. */
  get integrations(): JsonObject {
    const { port, baseUrl } = this.host;
    return {
      gitea: [{ host: `localhost:${port}`, baseUrl, ...CREDENTIALS }],
    };
  }

  /** What the catalog writes into an entity that it reads from it. */
  get annotations(): Record<string, string> {
    const { baseUrl } = this.host;
    return {
      'backstage.io/source-location': `url:${baseUrl}/${OWNER}/${this.name}/src/branch/main/`,
    };
  }

  async stop(): Promise<void> {
    await this.host.close();
    await fs.rm(path.dirname(this.folder), { recursive: true, force: true });
  }

  private async push(input: InstanceInput): Promise<void> {
    await this.clone.write(input);
    const { username, password } = CREDENTIALS;
    const created = await fetch(
      `${this.host.baseUrl}/api/v1/orgs/${OWNER}/repos`,
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(
            `${username}:${password}`,
          ).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ name: this.name }),
      },
    );
    if (created.status !== 201) {
      throw new Error(`the repository was not created: ${created.status}`);
    }
    const remote = new URL(`${this.host.baseUrl}/${OWNER}/${this.name}.git`);
    Object.assign(remote, CREDENTIALS);
    for (const args of [
      ['init', '--quiet', '--initial-branch=main'],
      ['add', '--all'],
      [
        ...['-c', 'user.name=A Team', '-c', 'user.email=team@example.com'],
        ...['commit', '--quiet', '--message=As the template made it'],
      ],
      ['push', '--quiet', remote.href, 'main'],
    ]) {
      const { code, stderr } = await run('git', args, { cwd: this.folder });
      if (code !== 0) {
        throw new Error(`git ${args[0]}: ${stderr}`);
      }
    }
  }
}
