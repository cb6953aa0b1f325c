import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import fs from 'fs/promises';
import { integrations, listFiles } from '../__testUtils__/answers';
import {
  ENTITY_REF,
  generated,
  outputsOf,
  present,
  repositoriesOf,
  withStorage,
} from '../__testUtils__/instanceRepository';
import { createUpdateInstanceAction } from './updateInstance';

const workspace = createMockDirectory();

const update = (input: JsonObject, files = generated(), url?: string) =>
  outputsOf(
    createUpdateInstanceAction({
      repositories: repositoriesOf(files, url),
      integrations,
    }),
    { entityRef: ENTITY_REF, ...input },
    workspace.path,
  );

const read = (path: string) =>
  fs.readFile(workspace.resolve(`changed/${path}`), 'utf8');

describe('alexandria:instance:update', () => {
  beforeEach(() => workspace.clear());

  it('writes exactly what changes, and tells the publisher of it', async () => {
    const outputs = await update({ answers: withStorage('20Gi') });
    const written = await listFiles(workspace.path);
    expect(outputs).toMatchObject({
      ...{ name: 'assistant', provider: 'gitea', commit: 'c0ffee' },
      repoUrl: 'git.example.com?owner=payments&repo=assistant',
      hasChanges: true,
      branchName: expect.stringMatching(/^alexandria\/change-[0-9a-f]{10}$/),
      title: expect.stringMatching(/^Change assistant: /),
      removedFiles: [],
    });
    expect(
      (outputs.changedFiles as string[]).map(path => `changed/${path}`).sort(),
    ).toEqual(written);
    expect(written).toContain('changed/values-dev.yaml');
    expect(written.length).toBeLessThan(generated().size);
    expect(await read('values-dev.yaml')).toContain('20Gi');
    expect(await read('.alexandria/instance.yaml')).toContain('20Gi');
  });

  it('gives one change one branch, and another another', async () => {
    const branchOf = async (size: string) => {
      workspace.clear();
      return (await update({ answers: withStorage(size) })).branchName;
    };
    const first = await branchOf('20Gi');
    expect(await branchOf('20Gi')).toBe(first);
    expect(await branchOf('21Gi')).not.toBe(first);
  });

  it('has nothing to request where nothing changes', async () => {
    expect(await update({ answers: present })).toMatchObject({
      ...{ hasChanges: false, changedFiles: [], removedFiles: [] },
    });
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('keeps what was changed by hand', async () => {
    const files = generated();
    files.set('README.md', `${files.get('README.md')}\n## By hand\n`);
    const values = files.get('values-dev.yaml')!;
    files.set('values-dev.yaml', `# by hand\n${values}`);
    await update(
      {
        answers: {
          ...withStorage('20Gi'),
          environments: [
            ...withStorage('20Gi').environments,
            {
              ...{ name: 'prod', stage: 'production', imageTag: 'v1.0.0' },
              host: 'assistant.acme.io',
            },
          ],
        },
      },
      files,
    );
    expect(await read('README.md')).toMatch(/prod[^]*## By hand/);
    expect(await read('values-dev.yaml')).toMatch(/# by hand[^]*20Gi/);
    expect(await read('values-prod.yaml')).toContain('v1.0.0');
  });

  it('deletes what is not generated any more', async () => {
    const { removedFiles } = await update({
      answers: {
        ...present,
        delivery: { ...present.delivery, gitops: 'none' },
      },
    });
    expect(removedFiles).toEqual(['gitops/argocd/dev.yaml']);
    expect(await listFiles(workspace.path)).toContain(
      'removed/gitops/argocd/dev.yaml',
    );
  });

  describe('with a conflict', () => {
    const files = generated();
    const values = files.get('values-dev.yaml')!;
    files.set('values-dev.yaml', values.replace('12Gi', '15Gi'));
    const answers = withStorage('20Gi');

    it('refuses, names it and writes nothing', async () => {
      await expect(update({ answers }, files)).rejects.toThrow(
        /values-dev\.yaml: persistence\.size/,
      );
      expect(await listFiles(workspace.path)).toEqual([]);
    });

    it.each([
      ['theirs', '15Gi'],
      ['ours', '20Gi'],
    ])('does what was decided: %s', async (take, size) => {
      const decisions = [{ path: 'values-dev.yaml', take }];
      await update({ answers, decisions }, files);
      const text = await read('values-dev.yaml').catch(() =>
        files.get('values-dev.yaml'),
      );
      expect(text).toContain(size);
    });
  });

  it.each<[string, JsonObject, string | undefined, RegExp]>([
    [
      'answers that name another repository than the catalog',
      { answers: { ...present, repoUrl: 'git.example.com?owner=x&repo=y' } },
      undefined,
      /repoUrl: is another repository/,
    ],
    [
      'a repository of another owner of the same name',
      { answers: present },
      'https://git.example.com/others/assistant/src/branch/main/',
      /repoUrl: is another repository/,
    ],
    [
      'a host that the template has no step for',
      { answers: withStorage('20Gi'), supportedProviders: ['github'] },
      undefined,
      /type gitea[^]*it can on github/,
    ],
    [
      'hosts that are none',
      { answers: present, supportedProviders: 'github' },
      undefined,
      /supportedProviders/,
    ],
  ])('refuses %s', async (_, input, url, message) => {
    await expect(update(input, generated(), url)).rejects.toThrow(message);
    expect(await listFiles(workspace.path)).toEqual([]);
  });
});
