import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { textGuards, unreadableIssues } from './text';

const cases: GuardCase[] = [
  [
    'key-merge',
    { affinity: { list: [{ '<<': 'x' }] } },
    'affinity.list[0]',
    { affinity: { '<': '<<', '<<<': 'x' } },
  ],
  [
    'text-unreadable',
    { podAnnotations: { note: 'a\u0085b' } },
    'podAnnotations.note',
    { podAnnotations: { note: 'a\n\tb \u00a0 \u{1f600}' } },
  ],
];

describe('unreadableIssues', () => {
  it('names each place of any tree whose text a file would not hold', () => {
    const { message, remedy } = ruleOf('text-unreadable');
    expect(
      unreadableIssues({
        none: null,
        nothing: undefined,
        list: ['fine', 1, 'a\u2028b'],
        map: { 'a\u0085b': 'fine' },
      }),
    ).toEqual([
      { path: 'list[2]', message, remedy },
      { path: 'map', message, remedy },
    ]);
  });
});

describe('the guards of text', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(textGuards, cases)).toEqual([]);
  });
});
