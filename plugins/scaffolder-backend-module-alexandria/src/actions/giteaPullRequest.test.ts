import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { startGitHost } from '@alexandriaproject/sandbox';
import { describeWithTools, startGitea } from '@alexandriaproject/test-rig';
import { ScmIntegrations } from '@backstage/integration';
import { initRepoAndPush } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { createGiteaPullRequestAction } from './giteaPullRequest';

/** A host to ask, however it came about. */
interface Host {
  host: string;
  url: string;
  username: string;
  password: string;
  stop(): Promise<void>;
}

const hosts: Record<string, () => Promise<Host>> = {
  'the sandbox': async () => {
    const credentials = { username: 'portal', password: 'secret' };
    const started = await startGitHost({
      ...{ port: 0, ...credentials, logger: mockServices.logger.mock() },
    });
    return {
      host: `localhost:${started.port}`,
      url: started.baseUrl,
      ...credentials,
      stop: () => started.close(),
    };
  },
  Gitea: async () => {
    const gitea = await startGitea();
    return {
      ...{ host: gitea.host, url: gitea.url, ...gitea.administrator },
      stop: () => gitea.stop(),
    };
  },
};

const encoded = (text: string) => Buffer.from(text).toString('base64');

describeWithTools('alexandria:gitea:pull-request', ['gitea'], () => {
  describe.each(Object.keys(hosts))('on %s', name => {
    const workspace = createMockDirectory();
    let host: Host;
    let count = 0;

    const api = async (method: string, path: string, body?: object) => {
      const response = await fetch(`${host.url}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Basic ${btoa(`${host.username}:${host.password}`)}`,
          'Content-Type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
      };
    };

    /** A repository with three files. @returns its name, and its first commit */
    async function repository() {
      count += 1;
      const repo = `r${count}`;
      await api('POST', '/orgs/platform/repos', {
        ...{ name: repo, default_branch: 'main' },
        ...(name === 'Gitea' && { auto_init: true }),
      });
      const files = ['a.md', 'b.md', 'c.md'].map(path => ({
        ...{ operation: 'create', path, content: encoded(`${path}\n`) },
      }));
      if (name === 'Gitea') {
        await api('POST', `/repos/platform/${repo}/contents`, { files });
      } else {
        await push(repo, ['a.md', 'b.md', 'c.md']);
      }
      const { body } = await api(
        'GET',
        `/repos/platform/${repo}/git/commits/main`,
      );
      return { repo, commit: body.sha as string };
    }

    /** The sandbox takes its first commit by a push alone, as its repositories are empty before. */
    async function push(repo: string, paths: string[]) {
      workspace.setContent(
        Object.fromEntries(paths.map(path => [`start/${path}`, `${path}\n`])),
      );
      await initRepoAndPush({
        dir: workspace.resolve('start'),
        remoteUrl: `${host.url}/platform/${repo}.git`,
        auth: { username: host.username, password: host.password },
        logger: mockServices.logger.mock(),
        defaultBranch: 'main',
      });
    }

    async function run(
      input: JsonObject,
      files: Record<string, string>,
      options: { isDryRun?: boolean } = {},
    ) {
      workspace.setContent({ changed: files });
      const outputs: Record<string, unknown> = {};
      const context = createMockActionContext<JsonObject, JsonObject>({
        input: {
          branchName: 'change',
          title: 'Change it',
          description: 'Because **so**',
          sourcePath: 'changed',
          ...input,
        },
        workspacePath: workspace.path,
        logger: mockServices.logger.mock(),
      });
      await createGiteaPullRequestAction({
        integrations: ScmIntegrations.fromConfig(
          mockServices.rootConfig({
            data: {
              integrations: {
                gitea: [
                  {
                    host: host.host,
                    baseUrl: host.url,
                    username: host.username,
                    password: host.password,
                  },
                ],
              },
            },
          }),
        ),
      }).handler({
        ...context,
        ...options,
        checkpoint: async ({ fn }) => fn(),
        output: (key, value) => {
          outputs[String(key)] = value;
        },
      });
      return outputs;
    }

    const repoUrl = (repo: string) =>
      `${host.host}?owner=platform&repo=${repo}`;

    const pathsOn = async (repo: string, ref: string) => {
      const { body } = await api(
        'GET',
        `/repos/platform/${repo}/git/trees/${ref}?recursive=true`,
      );
      return body.tree
        .map((entry: { path: string }) => entry.path)
        .filter((path: string) => path !== 'README.md');
    };

    beforeAll(async () => {
      host = await hosts[name]();
    });
    afterAll(() => host?.stop());

    it('writes, deletes and opens a pull request that can be merged', async () => {
      const { repo, commit } = await repository();
      const outputs = await run(
        {
          repoUrl: repoUrl(repo),
          filesToDelete: ['c.md'],
          baseCommit: commit,
        },
        { 'a.md': 'new\n', 'b.md': 'b.md\n', d: { 'e.md': 'ü\n' } as never },
      );
      expect(outputs).toEqual({
        remoteUrl: `${host.url}/platform/${repo}/pulls/1`,
        pullRequestNumber: 1,
        targetBranchName: 'main',
      });
      expect(await pathsOn(repo, 'main')).toEqual(['a.md', 'b.md', 'c.md']);
      const { body } = await api('GET', `/repos/platform/${repo}/pulls/1`);
      expect(body).toMatchObject({
        title: 'Change it',
        body: 'Because **so**',
        state: 'open',
        base: { ref: 'main' },
        head: { ref: 'change' },
      });
      // Gitea works out for a moment whether it can be merged.
      let status = 0;
      for (let tries = 0; status !== 200 && tries < 50; tries += 1) {
        ({ status } = await api(
          'POST',
          `/repos/platform/${repo}/pulls/1/merge`,
          { Do: 'merge' },
        ));
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      expect(status).toBe(200);
      expect(await pathsOn(repo, 'main')).toEqual([
        'a.md',
        'b.md',
        'd',
        'd/e.md',
      ]);
    });

    it('sends nothing in a dry run', async () => {
      const { repo } = await repository();
      await run(
        { repoUrl: repoUrl(repo) },
        { 'a.md': 'new\n' },
        { isDryRun: true },
      );
      const { body } = await api(
        'GET',
        `/repos/platform/${repo}/pulls?state=all`,
      );
      expect(body).toEqual([]);
    });

    it('says so when the same was requested before', async () => {
      const { repo } = await repository();
      const again = () => run({ repoUrl: repoUrl(repo) }, { 'a.md': 'new\n' });
      await again();
      await expect(again()).rejects.toThrow(/the same was requested before/);
    });

    it('does not replace what somebody changed meanwhile', async () => {
      const { repo, commit } = await repository();
      await run(
        { repoUrl: repoUrl(repo), branchName: 'first' },
        {
          'a.md': 'theirs\n',
        },
      );
      const { body } = await api(
        'GET',
        `/repos/platform/${repo}/git/trees/main?recursive=true`,
      );
      await api('POST', `/repos/platform/${repo}/contents`, {
        branch: 'main',
        files: [
          {
            operation: 'update',
            path: 'a.md',
            content: encoded('between\n'),
            sha: body.tree.find(
              (entry: { path: string }) => entry.path === 'a.md',
            ).sha,
          },
        ],
      });
      await expect(
        run(
          { repoUrl: repoUrl(repo), baseCommit: commit },
          { 'a.md': 'ours\n' },
        ),
      ).rejects.toThrow(/somebody changed the files meanwhile/);
    });

    it.each<[string, JsonObject, Record<string, string>, RegExp]>([
      ['nothing to change', {}, { 'a.md': 'a.md\n' }, /nothing to request/],
      [
        'a file to delete that is not there',
        { filesToDelete: ['x.md', 'y.md'] },
        { 'a.md': 'new\n' },
        /does not have x\.md, y\.md/,
      ],
      ['a path out of the workspace', { sourcePath: '../..' }, {}, /./],
      ['no title', { title: '' }, {}, /title/],
      [
        'another host',
        { repoUrl: 'elsewhere.example.com?owner=platform&repo=r1' },
        {},
        /elsewhere/,
      ],
    ])('refuses %s', async (_, input, files, message) => {
      const { repo } = await repository();
      await expect(
        run({ repoUrl: repoUrl(repo), ...input }, files),
      ).rejects.toThrow(message);
    });
  });
});
