import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import fs from 'fs/promises';
import path from 'path';
import { parse } from 'yaml';
import type { NameCheck } from '../createNameCheck';
import { createGenerateInstanceAction } from './generateInstance';
import { answers, integrations, listFiles } from '../__testUtils__/answers';

const workspace = createMockDirectory();
const outside = createMockDirectory();
const free: NameCheck = { check: async () => ({ taken: [], unknown: [] }) };

function contextWith(
  input: JsonObject,
  overrides: { signal?: AbortSignal } = {},
) {
  const logger = mockServices.logger.mock();
  return {
    ...createMockActionContext<JsonObject, JsonObject>({
      input,
      workspacePath: workspace.path,
      logger,
    }),
    ...overrides,
  };
}

function run(
  input: JsonObject,
  {
    nameCheck = free,
    signal,
  }: { nameCheck?: NameCheck; signal?: AbortSignal } = {},
) {
  const context = contextWith(input, { signal });
  return {
    context,
    done: createGenerateInstanceAction({ integrations, nameCheck }).handler(
      context,
    ),
  };
}

describe('alexandria:instance:generate', () => {
  beforeEach(() => {
    workspace.clear();
    outside.clear();
  });

  it('writes the whole repository and tells what it is', async () => {
    const { context, done } = run({ answers });
    await done;
    const files = await listFiles(workspace.path);
    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'catalog-info.yaml',
        '.alexandria/instance.yaml',
        'values-dev.yaml',
        'k8s/helm/alexandria-ee/Chart.yaml',
        'k8s/manifests/kustomization.yaml',
        'k8s/overlays/dev/kustomization.yaml',
      ]),
    );
    expect(context.output).toHaveBeenCalledWith('provider', 'gitea');
    expect(context.output).toHaveBeenCalledWith('name', 'payments-assistant');
    expect(context.output).toHaveBeenCalledWith(
      'nextSteps',
      expect.stringContaining('kubectl'),
    );
  });

  it('reports exactly the files it wrote', async () => {
    const { context, done } = run({ answers });
    await done;
    const [, reported] = jest
      .mocked(context.output)
      .mock.calls.find(([name]) => name === 'files')!;
    expect([...(reported as string[])].sort()).toEqual(
      await listFiles(workspace.path),
    );
  });

  it('takes the repository from its own input first', async () => {
    const { context, done } = run({
      answers,
      repoUrl: 'github.com?owner=acme&repo=other',
    });
    await done;
    expect(context.output).toHaveBeenCalledWith('provider', 'github');
    expect(context.output).toHaveBeenCalledWith(
      'nextSteps',
      expect.stringContaining('git clone https://github.com/acme/other.git'),
    );
  });

  it('runs again in a workspace that it has filled, as after a restart', async () => {
    await run({ answers }).done;
    await expect(run({ answers }).done).resolves.toBeUndefined();
  });

  it('writes below targetPath only', async () => {
    await run({ answers, targetPath: 'instances/one' }).done;
    const files = await listFiles(workspace.path);
    expect(files.filter(file => !file.startsWith('instances/one/'))).toEqual(
      [],
    );
  });

  it('names every wrong field at once and writes nothing', async () => {
    const { done } = run({
      answers: {
        ...answers,
        name: 'Not A Label',
        owner: '',
        environments: [{ name: 'dev', stage: 'prod' }],
      },
    });
    await expect(done).rejects.toThrow(
      /name:[^]*owner:[^]*environments\[0\]\.stage:/,
    );
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['no answers', {}],
    ['answers of the wrong type', { answers: ['name'] }],
    [
      'an environments field of the wrong type',
      { answers: { ...answers, environments: 'dev' } },
    ],
    ['an unknown field', { answers: { ...answers, surprise: true } }],
    [
      'a host without integration',
      { answers: { ...answers, repoUrl: 'other.example.com?owner=a&repo=b' } },
    ],
    ['a target outside the workspace', { answers, targetPath: '../elsewhere' }],
    ['an absolute target', { answers, targetPath: '/elsewhere' }],
    ['a target of the wrong type', { answers, targetPath: 7 }],
  ])('refuses %s and writes nothing', async (_what, input) => {
    await expect(run(input).done).rejects.toThrow();
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('refuses a name that is taken and writes nothing', async () => {
    const nameCheck: NameCheck = {
      check: async () => ({
        taken: [{ path: 'name', message: 'the catalog already has it' }],
        unknown: [],
      }),
    };
    await expect(run({ answers }, { nameCheck }).done).rejects.toThrow(
      'name: the catalog already has it',
    );
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('goes on where the host does not answer, and says so', async () => {
    const nameCheck: NameCheck = {
      check: async () => ({
        taken: [],
        unknown: [{ path: 'repoUrl', message: 'could not be found out' }],
      }),
    };
    const { context, done } = run({ answers }, { nameCheck });
    await done;
    expect(context.logger.warn).toHaveBeenCalledWith(
      'repoUrl: could not be found out',
    );
  });

  it('leaves a file of somebody else alone', async () => {
    workspace.setContent({ 'README.md': 'theirs' });
    await expect(run({ answers }).done).rejects.toThrow(
      'README.md: exists with other content',
    );
    expect(await listFiles(workspace.path)).toEqual(['README.md']);
  });

  it('does not follow a link out of the workspace', async () => {
    await fs.symlink(outside.path, path.join(workspace.path, 'k8s'));
    await expect(run({ answers }).done).rejects.toThrow(
      'k8s is a symbolic link',
    );
    expect(await listFiles(outside.path)).toEqual([]);
  });

  it('stops when the task is cancelled and leaves nothing behind', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(run({ answers }, { signal }).done).rejects.toThrow(
      'cancelled',
    );
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('neither echoes nor writes what looks like a secret', async () => {
    const canary = 'postgres://admin:canary-7f3a@db.example.com/alexandria';
    const { context, done } = run({
      answers: { ...answers, name: canary, secrets: { secretName: canary } },
    });
    const error = await done.then(
      () => undefined,
      reason => reason,
    );
    expect(String(error)).toContain('name');
    expect(String(error)).not.toContain('canary-7f3a');
    expect(
      JSON.stringify(jest.mocked(context.logger.info).mock.calls),
    ).not.toContain('canary-7f3a');
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it.each([
    '{{ 7*7 }}',
    '${{ secrets.token }}',
    '{% raw %}',
    '{{ .Values.x }}',
  ])('takes %s for text', async description => {
    await run({ answers: { ...answers, description } }).done;
    const text = await fs.readFile(
      path.join(workspace.path, '.alexandria/instance.yaml'),
      'utf8',
    );
    expect(parse(text).answers.description).toBe(description);
  });
});
