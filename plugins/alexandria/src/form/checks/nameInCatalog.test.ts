import { isNameFree, isValidName } from './nameInCatalog';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'assistant' },
};

describe('isNameFree', () => {
  it.each([
    ['free', undefined, true],
    ['taken', entity, false],
  ])('%s', async (_name, found, free) => {
    const getEntitiesByRefs = jest.fn(async () => ({ items: [found] }));
    expect(await isNameFree({ getEntitiesByRefs }, 'assistant')).toBe(free);
    expect(getEntitiesByRefs).toHaveBeenCalledWith(
      expect.objectContaining({ entityRefs: ['component:default/assistant'] }),
    );
  });

  it('does not take a failure for an answer', async () => {
    const getEntitiesByRefs = async () => {
      throw new Error('503');
    };
    await expect(isNameFree({ getEntitiesByRefs }, 'a')).rejects.toThrow('503');
  });
});

describe('isValidName', () => {
  it.each([
    ['assistant', true],
    ['', false],
    [undefined, false],
    ['Not A Label', false],
    ['a'.repeat(41), false],
  ])('%s: %s', (name, valid) => {
    expect(isValidName(name)).toBe(valid);
  });
});
