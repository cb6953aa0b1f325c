import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excess } from './excess';

describe('excess', () => {
  it.each([
    [
      "the chart's values.yaml",
      readFileSync(join(__dirname, '../../chart/values.yaml'), 'utf8'),
    ],
    ['sixty brackets', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['brackets after brackets', `a: ${'[{}],'.repeat(1000)}`],
    ['many items of one list', '- a\n'.repeat(1000)],
    ['dashes in text', `a: "${'- '.repeat(1000)}"\nb: |\n  ${'- '.repeat(99)}`],
    ['stars in text', `a: |\n${'  *a\n'.repeat(2000)}`],
  ])('finds nothing in %s', (_, text) => {
    expect(excess(text)).toBeUndefined();
  });

  it.each([
    ['brackets', '['.repeat(61), 'is nested more than 60 levels deep'],
    ['braces', '{a: '.repeat(61), 'is nested more than 60 levels deep'],
    [
      'lists on one line',
      '- '.repeat(61),
      'is nested more than 60 levels deep',
    ],
    ['keys on one line', '? '.repeat(61), 'is nested more than 60 levels deep'],
    ['aliases', 'a: &a 1\n'.repeat(1001), 'has more than 1000 anchors and'],
    ['signs', '}'.repeat(100_001), 'has more than 100000 words and signs'],
  ])('finds too many %s', (_, text, message) => {
    expect(excess(text)).toContain(message);
  });
});
