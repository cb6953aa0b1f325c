import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { GitHost } from './startGitHost';
import {
  CREDENTIALS,
  git,
  pushUrl,
  startTestGitHost,
  temporaryFolder,
} from './__testUtils__/gitHost';

let host: GitHost;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  host = await startTestGitHost();
  folder = await temporaryFolder();
});

afterEach(async () => {
  await host.close();
  await folder.remove();
});

const configFor = (password = CREDENTIALS.password) =>
  new ConfigReader({
    integrations: {
      gitea: [
        {
          host: `localhost:${host.port}`,
          baseUrl: host.baseUrl,
          username: CREDENTIALS.username,
          password,
        },
      ],
    },
  });

const CATALOG_INFO = 'apiVersion: backstage.io/v1alpha1\nkind: Component\n';

async function publish(
  repo: string,
  options: { password?: string; defaultBranch?: string } = {},
) {
  const config = configFor(options.password);
  const workspacePath = join(folder.path, `workspace-${repo}`);
  await mkdir(join(workspacePath, 'chart', 'templates'), { recursive: true });
  await writeFile(join(workspacePath, 'catalog-info.yaml'), CATALOG_INFO);
  await writeFile(join(workspacePath, 'chart', 'templates', 'a b.yaml'), 'é\n');
  await writeFile(join(workspacePath, '.gitignore'), 'secret\n');
  const context = createMockActionContext({
    workspacePath,
    input: {
      repoUrl: `localhost:${host.port}?owner=platform&repo=${repo}`,
      description: 'An instance',
      defaultBranch: options.defaultBranch,
    },
  });
  const output = jest.spyOn(context, 'output');
  await createPublishGiteaAction({
    integrations: ScmIntegrations.fromConfig(config),
    config,
  }).handler(context);
  return {
    config,
    output: Object.fromEntries(output.mock.calls) as Record<string, string>,
  };
}

describe('publish:gitea', () => {
  it.each(['main', 'trunk'])(
    'publishes to branch %s what git clones',
    async defaultBranch => {
      const { output } = await publish('site', { defaultBranch });
      expect(output.remoteUrl).toBe(`${host.baseUrl}/platform/site.git`);

      await git(folder.path, 'clone', '-q', output.remoteUrl, 'copy');
      const copy = join(folder.path, 'copy');
      expect((await git(copy, 'rev-parse', 'HEAD')).trim()).toBe(
        output.commitHash,
      );
      expect((await git(copy, 'branch', '--show-current')).trim()).toBe(
        defaultBranch,
      );
      expect(
        await readFile(join(copy, 'chart', 'templates', 'a b.yaml'), 'utf8'),
      ).toBe('é\n');

      for (const url of [output.repoContentsUrl, output.remoteUrl]) {
        const response = await fetch(url);
        expect(response.status).toBe(200);
        expect(await response.text()).toContain('catalog-info.yaml');
      }
    },
  );

  it('fails for a name that is taken, and leaves what is there', async () => {
    const { output } = await publish('site');
    await expect(publish('site')).rejects.toThrow(/409.*already exists/);
    expect(
      await git(folder.path, 'ls-remote', output.remoteUrl, 'refs/heads/main'),
    ).toContain(output.commitHash);
  });

  it('fails with a wrong password, and creates nothing', async () => {
    await expect(publish('site', { password: 'wrong' })).rejects.toThrow();
    const response = await fetch(`${host.baseUrl}/api/v1/repos/platform/site`);
    expect(response.status).toBe(404);
  });

  it('fails for a name that would leave the folder', async () => {
    await expect(publish('..')).rejects.toThrow();
  });
});

describe('the URL reader', () => {
  const readerFor = (config: ConfigReader) =>
    UrlReaders.default({ config, logger: mockServices.logger.mock() });

  it('reads the file that catalog:register makes of the output', async () => {
    const { config, output } = await publish('site');
    // As catalog:register does with repoContentsUrl and catalogInfoPath. The
    // path is relative: from '/catalog-info.yaml' Backstage makes an address
    // without the branch, for every Gitea host.
    const url = ScmIntegrations.fromConfig(config).resolveUrl({
      base: output.repoContentsUrl,
      url: 'catalog-info.yaml',
    });
    expect(url).toBe(
      `${host.baseUrl}/platform/site/src/branch/main/catalog-info.yaml`,
    );
    const reader = readerFor(config);
    const response = await reader.readUrl(url);
    expect((await response.buffer()).toString('utf8')).toBe(CATALOG_INFO);
    expect(response.etag).toBeTruthy();

    const found = await reader.search(url);
    expect(found.files.map(file => file.url)).toEqual([url]);

    const edit = await fetch(
      ScmIntegrations.fromConfig(config).resolveEditUrl(url),
    );
    expect(edit.status).toBe(200);
    expect(edit.url).toBe(url);
  });

  it('reads a tree, a part of it, and tells when nothing has changed', async () => {
    const { config, output } = await publish('site');
    const reader = readerFor(config);
    const tree = await reader.readTree(output.repoContentsUrl);
    const paths = (await tree.files()).map(file => file.path).sort();
    expect(paths).toEqual([
      '.gitignore',
      'catalog-info.yaml',
      'chart/templates/a b.yaml',
    ]);
    expect(tree.etag).toBe(output.commitHash);

    const part = await reader.readTree(`${output.repoContentsUrl}chart`);
    const [file] = await part.files();
    expect(file.path).toBe('templates/a b.yaml');
    expect((await file.content()).toString('utf8')).toBe('é\n');

    await expect(
      reader.readTree(output.repoContentsUrl, { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('sees a later push', async () => {
    const { config, output } = await publish('site');
    await git(
      folder.path,
      'clone',
      '-q',
      pushUrl(host, 'platform/site.git'),
      'copy',
    );
    const copy = join(folder.path, 'copy');
    await writeFile(join(copy, 'catalog-info.yaml'), 'changed\n');
    await git(copy, 'commit', '-q', '-a', '-m', 'Change');
    await git(copy, 'push', '-q');
    const response = await readerFor(config).readUrl(
      `${output.repoContentsUrl}catalog-info.yaml`,
    );
    expect((await response.buffer()).toString('utf8')).toBe('changed\n');
  });

  it('reports a missing file as not found', async () => {
    const { config, output } = await publish('site');
    await expect(
      readerFor(config).readUrl(`${output.repoContentsUrl}none.yaml`),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
