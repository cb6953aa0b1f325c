import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { integrations, listFiles } from '../__testUtils__/answers';
import {
  ENTITY_REF,
  generated,
  outputsOf,
  repositoriesOf,
} from '../__testUtils__/instanceRepository';
import { createRetireInstanceAction } from './retireInstance';

const workspace = createMockDirectory();

const retire = (input: JsonObject) =>
  outputsOf(
    createRetireInstanceAction({
      repositories: repositoriesOf(generated()),
      integrations,
    }),
    { entityRef: ENTITY_REF, ...input },
    workspace.path,
  );

describe('alexandria:instance:retire', () => {
  beforeEach(() => workspace.clear());

  it('removes what deploys the instance, and says what is lost', async () => {
    const outputs = await retire({ confirmName: 'assistant' });
    expect(outputs).toMatchObject({
      hasChanges: true,
      provider: 'gitea',
      title: 'Take assistant out of service',
      branchName: expect.stringMatching(/^alexandria\/retire-/),
      description: expect.stringContaining('assistant'),
      losses: expect.arrayContaining([
        expect.objectContaining({ environment: 'dev', kind: 'volume' }),
      ]),
    });
    expect(outputs.removedFiles).toEqual(
      expect.arrayContaining(['values-dev.yaml', 'gitops/argocd/dev.yaml']),
    );
    expect(await listFiles(workspace.path)).toEqual(
      [
        ...(outputs.changedFiles as string[]).map(path => `changed/${path}`),
        ...(outputs.removedFiles as string[]).map(path => `removed/${path}`),
      ].sort(),
    );
  });

  it.each(['', 'Assistant', 'assistant ', undefined])(
    'does nothing for the name %j',
    async confirmName => {
      await expect(retire({ confirmName })).rejects.toThrow(
        /confirmName: must be "assistant"/,
      );
      expect(await listFiles(workspace.path)).toEqual([]);
    },
  );
});
