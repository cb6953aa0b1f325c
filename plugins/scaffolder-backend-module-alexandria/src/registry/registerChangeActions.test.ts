import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { JsonObject } from '@backstage/types';
import {
  ENTITY_REF,
  generated,
  present,
  repositoriesOf,
  withStorage,
} from '../__testUtils__/instanceRepository';
import { registerChangeActions } from './registerChangeActions';

const registry = actionsRegistryServiceMock();
const files = generated();
const values = files.get('values-dev.yaml')!;
files.set('values-dev.yaml', values.replace('12Gi', '15Gi'));
const repositories = repositoriesOf(files);
registerChangeActions(registry, repositories);

async function invoke(name: string, input: JsonObject) {
  const { output } = await registry.invoke({ id: `test:${name}`, input });
  return output as JsonObject;
}

describe('registerChangeActions', () => {
  it('offers exactly these actions, none of which changes anything', async () => {
    const { actions } = await registry.list();
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual(
      ['plan-alexandria-instance', 'update-alexandria-instance'].map(name => [
        name,
        { readOnly: true, destructive: false, idempotent: true },
      ]),
    );
  });

  it('plans, with the conflicts', async () => {
    expect(
      await invoke('plan-alexandria-instance', {
        entityRef: ENTITY_REF,
        answers: withStorage('20Gi'),
      }),
    ).toMatchObject({
      hasChanges: true,
      conflicts: expect.arrayContaining([
        expect.objectContaining({
          path: 'values-dev.yaml',
          field: 'persistence.size',
          isDecided: false,
        }),
      ]),
    });
  });

  it('gives the files once all is decided, and refuses before', async () => {
    const input = { entityRef: ENTITY_REF, answers: withStorage('20Gi') };
    await expect(invoke('update-alexandria-instance', input)).rejects.toThrow(
      /values-dev\.yaml: persistence\.size/,
    );
    const { written } = await invoke('update-alexandria-instance', {
      ...input,
      decisions: [{ path: 'values-dev.yaml', take: 'ours' }],
    });
    expect(written).toContainEqual({
      path: 'values-dev.yaml',
      content: expect.stringContaining('20Gi'),
    });
  });

  it('asks as whoever has called it', async () => {
    await invoke('plan-alexandria-instance', {
      entityRef: ENTITY_REF,
      answers: present,
    });
    expect(repositories.read).toHaveBeenLastCalledWith(
      ENTITY_REF,
      expect.objectContaining({ credentials: expect.anything() }),
    );
  });
});
