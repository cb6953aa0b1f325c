import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { listFiles } from '../__testUtils__/answers';
import {
  ENTITY_REF,
  generated,
  outputsOf,
  present,
  repositoriesOf,
  withStorage,
} from '../__testUtils__/instanceRepository';
import { createPlanInstanceAction } from './planInstance';

const workspace = createMockDirectory();

const plan = (input: JsonObject, files = generated()) =>
  outputsOf(
    createPlanInstanceAction({ repositories: repositoriesOf(files) }),
    { entityRef: ENTITY_REF, ...input },
    workspace.path,
  );

describe('alexandria:instance:plan', () => {
  it('says that nothing changes', async () => {
    expect(await plan({ answers: present })).toMatchObject({
      summary: 'Nothing changes',
      ...{ hasChanges: false, restarts: [], conflicts: [] },
    });
  });

  it('says what changes and what restarts, and writes nothing', async () => {
    const outputs = await plan({
      answers: {
        ...present,
        environments: [{ ...present.environments[0], size: 'large' }],
      },
    });
    expect(outputs).toMatchObject({
      hasChanges: true,
      summary: expect.stringMatching(/environments dev; 1 Deployment restarts/),
      description: expect.stringContaining('dev'),
      restarts: [
        {
          environment: 'dev',
          namespace: 'assistant-dev',
          deployment: 'alexandria',
          strategy: 'Recreate',
        },
      ],
      conflicts: [],
    });
    expect(await listFiles(workspace.path)).toEqual([]);
  });

  it('names the changes by hand that are in the way', async () => {
    const files = generated();
    const values = files.get('values-dev.yaml')!;
    files.set('values-dev.yaml', values.replace('12Gi', '15Gi'));
    const { conflicts } = await plan({ answers: withStorage('20Gi') }, files);
    expect(conflicts).toContainEqual({
      path: 'values-dev.yaml',
      field: 'persistence.size',
      remedy: expect.any(String),
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['no instance', { entityRef: '', answers: present }, /entityRef/],
    ['no answers', {}, /answers/i],
    [
      'several wrong answers at once',
      { answers: { ...present, owner: '', environments: [] } },
      /owner:[^]*environments/,
    ],
    ['another name', { answers: { ...present, name: 'other' } }, /name:/],
    [
      'a decision that is none',
      { answers: present, decisions: [{ path: 'x', take: 'both' }] },
      /decisions\.0\.take/,
    ],
  ])('refuses %s', async (_, input, message) => {
    await expect(plan(input)).rejects.toThrow(message);
  });

  it('refuses a repository that the template did not make', async () => {
    await expect(
      plan({ answers: present }, new Map([['README.md', '']])),
    ).rejects.toThrow(/instance\.yaml: is not there/);
  });
});
