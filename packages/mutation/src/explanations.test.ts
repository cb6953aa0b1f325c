import { Explanation, reasonFor, stale } from './explanations';
import type { Verdict } from './Mutant';

const verdict = (
  file: string,
  original: string,
  killedBy?: string,
  context = original,
): Verdict => ({
  mutant: {
    file,
    line: 1,
    mutator: 'String',
    original,
    replacement: 'x',
    context,
  },
  killedBy,
});

const explanations: Explanation[] = [
  {
    file: 'a.ts',
    changes: [
      ['1', 'x'],
      ['2', 'x'],
    ],
    reason: 'because',
  },
  { file: 'b.ts', changes: [['1', 'x']], reason: 'so' },
  { file: 'd.ts', changes: [['1', 'x']], within: 'f(1)', reason: 'here' },
];

it.each([
  ['a.ts', '1', 'because'],
  ['b.ts', '1', 'so'],
  ['b.ts', '2', undefined],
  ['c.ts', '1', undefined],
])('reasonFor %s, %s', (file, original, reason) => {
  expect(reasonFor(explanations, verdict(file, original).mutant)).toBe(reason);
});

it.each([
  ['a = f(1)', 'here'],
  ['a = g(1)', undefined],
])('reasonFor d.ts, within %s', (context, reason) => {
  expect(
    reasonFor(explanations, verdict('d.ts', '1', undefined, context).mutant),
  ).toBe(reason);
});

it('calls an explanation stale once its mutant is killed or gone, in the files that were judged', () => {
  expect(stale(explanations, [verdict('a.ts', '1')])).toEqual(['a.ts: 2 → x']);
  expect(
    stale(explanations, [verdict('a.ts', '1', 'a test'), verdict('a.ts', '2')]),
  ).toEqual(['a.ts: 1 → x']);
  expect(
    stale(explanations, [verdict('d.ts', '1', undefined, 'a = g(1)')]),
  ).toEqual(['d.ts: 1 → x']);
  expect(
    stale(explanations, [verdict('d.ts', '1', undefined, 'a = f(1)')]),
  ).toEqual([]);
  expect(stale(explanations, [])).toEqual([]);
});
