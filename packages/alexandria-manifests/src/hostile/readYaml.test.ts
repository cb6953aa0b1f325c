import {
  prototypeIsClean,
  refusedDocuments,
  Tally,
} from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { formatIssue } from '../result';
import { readYaml } from '../yaml';

const tally = new Tally('YAML documents');
/** What a task log takes; a hundred problems have a line each. */
const MAX_REPORT = 200_000;

afterAll(() => tally.print());

function read(text: string) {
  const result = readYaml(text, { file: 'values.yaml' });
  tally.count(result.ok ? 'accepted' : 'refused');
  if (!result.ok) {
    const report = result.issues.map(formatIssue).join('\n');
    expect(report.length).toBeLessThan(MAX_REPORT);
    expect(report).not.toMatch(/\n\s+at /);
    expect(report).toMatch(/values\.yaml|more problems|\S/);
  }
  return result;
}

describe('hostile YAML', () => {
  it.each(Object.entries(refusedDocuments))('with %s is refused', (_, text) => {
    expect(read(text).ok).toBe(false);
    expect(prototypeIsClean()).toBe(true);
  });

  it.each([
    ['a byte order mark', '\ufeffa: b', { a: 'b' }],
    ['CRLF', 'a: b\r\nc:\r\n  - d\r\n', { a: 'b', c: ['d'] }],
    ['a few aliases', 'a: &a {b: 1}\nc: *a', { a: { b: 1 }, c: { b: 1 } }],
    ['a merge', 'a:\n  <<: {b: 1}\n  c: 2', { a: { b: 1, c: 2 } }],
    [
      'names of methods',
      'toString: a\nvalueOf: b',
      { toString: 'a', valueOf: 'b' },
    ],
  ])('with %s is read as it is meant', (_, text, value) => {
    expect(read(text)).toEqual({ ok: true, value, warnings: [] });
  });

  it('made of any signs neither throws nor tells without end', () => {
    const sign = fc.constantFrom(
      ...'[]{}:,-?&*!|>\'"%@`#~<=\n\t \\'.split(''),
      ...['\n  ', '- ', ': ', '? ', '---\n', '...\n', '<<: ', '&a ', '*a '],
      ...['!!js/function ', '%YAML 1.1\n', '\ufeff', '\u2028', '\x85', '\r'],
      ...['__proto__: ', 'a', '0', '1e400', '.nan', '~', '\ud800', '|+\n'],
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), signs => {
        read(signs.join(''));
        expect(prototypeIsClean()).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
