import { NOW, instance } from './__testUtils__/objects';

jest.mock('@backstage/backend-plugin-api', () => {
  throw new Error('a backend was loaded');
});

describe('the evaluator', () => {
  it('is loaded without a backend', async () => {
    const { evaluate } = await import('.');
    expect(evaluate({ objects: instance(), now: NOW })).toHaveLength(1);
  });
});
