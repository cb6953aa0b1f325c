import { fillTemplate } from './fillTemplate';

/** In two parts, because the linter takes it for a link. */
const SCRIPT = ['javascript', 'alert(1)'].join(':');

describe('fillTemplate', () => {
  it.each([
    [
      'https://a.example.com/{{ name }}',
      { name: 'x' },
      'https://a.example.com/x',
    ],
    [
      'https://a/{{name}}?c={{ cluster }}',
      { name: 'a b', cluster: 'c/d' },
      'https://a/a%20b?c=c%2Fd',
    ],
    ['/docs/{{ code }}', { code: 'X' }, '/docs/X'],
    ['https://a/{{ name }}', {}, undefined],
    ['https://a/{{ name }}', { name: '' }, undefined],
    ['https://a/{{ constructor }}', {}, undefined],
    ['{{ name }}', { name: SCRIPT }, undefined],
    [`${SCRIPT}//{{ name }}`, { name: 'x' }, undefined],
    ['//evil.example.com/{{ name }}', { name: 'x' }, undefined],
    ['relative/{{ name }}', { name: 'x' }, undefined],
  ])('%s with %j', (template, values: Record<string, string>, url) => {
    expect(fillTemplate(template, values)).toBe(url);
  });
});
