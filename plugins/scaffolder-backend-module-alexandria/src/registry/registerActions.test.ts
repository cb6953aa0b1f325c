import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { JsonObject } from '@backstage/types';
import { registerActions } from './registerActions';

const registry = actionsRegistryServiceMock();
registerActions(registry);

const answers = {
  name: 'payments-assistant',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
};

async function invoke(name: string, input: JsonObject) {
  const { output } = await registry.invoke({ id: `test:${name}`, input });
  return output as JsonObject;
}

describe('registerActions', () => {
  it('offers exactly these actions, none of which changes anything', async () => {
    const { actions } = await registry.list();
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual(
      [
        'generate-alexandria-instance',
        'render-alexandria-manifests',
        'validate-alexandria-values',
      ].map(name => [
        name,
        { readOnly: true, destructive: false, idempotent: true },
      ]),
    );
  });

  it('accepts its own examples', async () => {
    const { actions } = await registry.list();
    for (const { name, examples } of actions) {
      for (const { input } of examples ?? []) {
        await expect(invoke(name, input)).resolves.toBeDefined();
      }
    }
  });

  it('generates files', async () => {
    const { files } = await invoke('generate-alexandria-instance', { answers });
    expect((files as { path: string }[]).map(file => file.path)).toEqual(
      expect.arrayContaining(['README.md', 'catalog-info.yaml']),
    );
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'generate-alexandria-instance',
      { answers: { ...answers, name: '-' } },
      /name:/,
    ],
    [
      'render-alexandria-manifests',
      { values: { auth: { jwtSecret: 'canary-4d1e' } } },
      /auth\.jwtSecret/,
    ],
    ['render-alexandria-manifests', { values: { nope: true } }, /nope/],
  ])('%s names what it refuses', async (name, input, message) => {
    const error = await invoke(name, input).then(
      () => undefined,
      reason => reason,
    );
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('canary-4d1e');
  });

  it('judges values without failing', async () => {
    await expect(
      invoke('validate-alexandria-values', { values: { nope: true } }),
    ).resolves.toMatchObject({ accepted: false, checklist: [] });
  });
});
