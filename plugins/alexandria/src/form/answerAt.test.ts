import { answerAt, withAnswer } from './answerAt';

const draft = {
  name: 'a',
  environments: [{ name: 'dev', storage: { size: '1Gi' } }],
};

describe('answerAt', () => {
  it.each([
    ['name', 'a'],
    ['environments[0].storage.size', '1Gi'],
    ['environments[1].name', undefined],
    ['name.length', undefined],
    ['__proto__', undefined],
  ])('%s', (path, value) => {
    expect(answerAt(draft, path)).toBe(value);
  });
});

describe('withAnswer', () => {
  it.each([
    ['name', 'b'],
    ['environments[0].storage.size', '2Gi'],
    ['environments[1].name', 'prod'],
    ['exposure.gateway.name', 'public'],
  ])('sets %s and leaves the draft alone', (path, value) => {
    const before = JSON.stringify(draft);
    expect(answerAt(withAnswer(draft, path, value), path)).toBe(value);
    expect(JSON.stringify(draft)).toBe(before);
  });

  it('takes an answer away', () => {
    expect(withAnswer(draft, 'name', undefined)).not.toHaveProperty('name');
  });

  it('keeps what is not on the way', () => {
    expect(withAnswer(draft, 'name', 'b').environments).toBe(
      draft.environments,
    );
  });
});
