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
    const getEntityByRef = jest.fn(async () => found);
    expect(await isNameFree({ getEntityByRef }, 'assistant')).toBe(free);
    expect(getEntityByRef).toHaveBeenCalledWith('component:default/assistant');
  });

  it('does not take a failure for an answer', async () => {
    const getEntityByRef = async () => {
      throw new Error('503');
    };
    await expect(isNameFree({ getEntityByRef }, 'a')).rejects.toThrow('503');
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
