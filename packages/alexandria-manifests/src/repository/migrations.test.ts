import { SCHEMA_VERSION } from './instanceFile';
import { Migration, migrate } from './migrations';

const append =
  (letter: string): Migration =>
  answers =>
    `${answers}${letter}`;

const steps = new Map([
  [1, append('b')],
  [2, append('c')],
]);

describe('migrate', () => {
  it.each([
    [3, 'a'],
    [2, 'ac'],
    [1, 'abc'],
  ])('brings answers of version %d to the present', (version, expected) => {
    expect(migrate('a', version, steps, 3)).toBe(expected);
  });

  it('says which version nothing leads on from', () => {
    expect(() => migrate('a', 0, steps, 3)).toThrow(/of version 0/);
  });

  it('leaves answers of the present version alone', () => {
    const answers = { name: 'assistant' };
    expect(migrate(answers, SCHEMA_VERSION)).toBe(answers);
  });

  it('knows a way from every version there has been', () => {
    for (let version = 1; version < SCHEMA_VERSION; version++) {
      expect(() => migrate({}, version)).not.toThrow(RangeError);
    }
  });
});
