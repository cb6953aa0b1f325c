import { ascii, reportOf } from './renderChart';

it.each([
  ['plain', '"a~"', '"a~"'],
  ['a line separator', '"\u2028"', '"\\u2028"'],
  ['what needs two units', '"🏛"', '"\\U0001f3db"'],
])('ascii writes %s', (_, json, expected) => {
  expect(ascii(json)).toBe(expected);
});

it.each([
  ['nothing of another error', 'parse error at (a:1)', undefined],
  [
    'the lines, sorted',
    'execution error: these values cannot be deployed:\n\n- b: is wrong. Mend it\n- a: too.\n',
    ['a: too.', 'b: is wrong. Mend it'],
  ],
])('reportOf gives %s', (_, error, expected) => {
  expect(reportOf(error)).toEqual(expected);
});
