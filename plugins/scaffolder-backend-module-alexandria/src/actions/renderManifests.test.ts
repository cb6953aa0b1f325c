import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import fs from 'fs/promises';
import path from 'path';
import { parseAllDocuments } from 'yaml';
import { createRenderManifestsAction } from './renderManifests';
import { listFiles } from '../__testUtils__/answers';

const workspace = createMockDirectory();
const safe = { auth: { existingSecret: 'alexandria-auth' } };

type Input = Parameters<
  ReturnType<typeof createRenderManifestsAction>['handler']
>[0]['input'];

async function run(input: Input) {
  const context = createMockActionContext({
    input: input as JsonObject,
    workspacePath: workspace.path,
  });
  await createRenderManifestsAction().handler(context);
  return context;
}

describe('alexandria:manifests:render', () => {
  beforeEach(() => {
    workspace.setContent({
      'values.yaml': 'replicaCount: 1\nauth: {existingSecret: from-file}\n',
      'ambiguous.yaml': 'config: {webauthn: {rpName: on}}\n',
    });
  });

  it('writes one document per object and reports them', async () => {
    const context = await run({ values: safe, namespace: 'assistants' });
    const text = await fs.readFile(
      path.join(workspace.path, 'manifests.yaml'),
      'utf8',
    );
    const documents = parseAllDocuments(text).map(document => document.toJS());
    const [, objects] = jest
      .mocked(context.output)
      .mock.calls.find(([name]) => name === 'objects')!;
    expect(objects).toEqual(
      documents.map(({ apiVersion, kind, metadata }) => ({
        apiVersion,
        kind,
        name: metadata.name,
        namespace: metadata.namespace,
      })),
    );
    expect(documents.map(document => document.kind)).toContain('Deployment');
    expect(documents[0].metadata.namespace).toBe('assistants');
  });

  it('lets in-line values win over files, and single values over both', async () => {
    await run({
      valuesFiles: ['values.yaml'],
      values: { fullnameOverride: 'inline' },
      set: ['fullnameOverride=single'],
    });
    const text = await fs.readFile(
      path.join(workspace.path, 'manifests.yaml'),
      'utf8',
    );
    expect(text).toContain('from-file');
    expect(text).toContain('name: single');
    expect(text).not.toContain('inline');
  });

  it.each<[string, Input, RegExp]>([
    [
      'a secret value',
      {
        values: {
          ...safe,
          config: { database: { url: 'postgres://a:canary@h/d' } },
        },
      },
      /config\.database\.url/,
    ],
    ['an unknown value', { values: { ...safe, nope: 1 } }, /nope/],
    [
      'a file outside',
      { values: safe, valuesFiles: ['../values.yaml'] },
      /leaves the workspace/,
    ],
    [
      'an absent file',
      { values: safe, valuesFiles: ['absent.yaml'] },
      /absent\.yaml/,
    ],
    [
      'an ambiguous scalar',
      { valuesFiles: ['ambiguous.yaml'] },
      /quote it[^]*ambiguous\.yaml|ambiguous\.yaml[^]*quote it/i,
    ],
    [
      'a broken --set',
      { values: safe, set: ['a[b=c'] },
      /no position in a list/,
    ],
    [
      'an output outside',
      { values: safe, outputPath: '../out.yaml' },
      /leaves the workspace/,
    ],
    [
      'an output over a file',
      { values: safe, outputPath: 'values.yaml' },
      /exists with other content/,
    ],
  ])('refuses %s and writes nothing', async (_what, input, message) => {
    const error = await run(input).then(
      () => undefined,
      reason => reason,
    );
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('canary');
    expect(await listFiles(workspace.path)).toEqual([
      'ambiguous.yaml',
      'values.yaml',
    ]);
  });
});
