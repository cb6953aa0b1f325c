import type { Verdict } from './Mutant';
import { rate, reportPage, scores } from './report';

const verdict = (
  file: string,
  killedBy?: string,
  original = 'a | `b`',
): Verdict => ({
  mutant: {
    file,
    line: 3,
    mutator: 'String',
    original,
    replacement: '',
    context: original,
  },
  killedBy,
});

const verdicts = [
  verdict('chart/templates/a.yaml', 'a case'),
  verdict('src/a.ts', 'a test'),
  verdict('src/a.ts'),
  verdict('src/a.ts', undefined, "'c'"),
];

describe('scores', () => {
  it('counts by file', () => {
    expect(scores(verdicts)).toEqual([
      { file: 'chart/templates/a.yaml', mutants: 1, killed: 1 },
      { file: 'src/a.ts', mutants: 3, killed: 1 },
    ]);
  });
});

it.each([
  [1, 1, '100 %'],
  [3, 1, '33.3 %'],
  [10000, 9999, '99.9 %'],
  [7, 0, '0.0 %'],
])('rate of %s mutants with %s killed', (mutants, killed, expected) => {
  expect(rate({ file: '', mutants, killed })).toBe(expected);
});

describe('reportPage', () => {
  const page = reportPage(verdicts, [
    { file: 'src/a.ts', changes: [["'c'", '']], reason: 'Equal anyway.' },
  ]);

  it.each([
    'Of 4 changes 2 were killed (50.0 %).',
    '| `chart/templates/a.yaml` | 1 | 1 | 0 | 100 % |',
    '| `src/a.ts` | 3 | 1 | 2 | 33.3 % |',
    '| `src/a.ts:3` | `` a \\| `b` `` | nothing | not explained yet |',
    "| `src/a.ts:3` | `'c'` | nothing | Equal anyway. |",
  ])('says %s', line => {
    expect(page.split('\n')).toContain(line);
  });

  it('says that nothing survives', () => {
    expect(reportPage(verdicts.slice(0, 2), [])).toMatch(
      /## Survivors\n\nNone\.\n$/,
    );
  });
});
