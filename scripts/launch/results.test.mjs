import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  add,
  check,
  countJest,
  countTap,
  failedSuites,
  failures,
  passedSince,
  skippedSuites,
  summary,
  withSecondRun,
} from './results.mjs';

const report = changes => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...changes,
});

const counts = (passed, failed, skipped) => ({ passed, failed, skipped });

describe('countJest', () => {
  for (const [what, given, code, expected] of [
    ['no tests', report(), 0, counts(0, 0, 0)],
    [
      'tests',
      report({ numPassedTests: 7, numFailedTests: 2 }),
      1,
      counts(7, 2, 0),
    ],
    [
      'what is skipped or to do',
      report({ numPendingTests: 2, numTodoTests: 1 }),
      0,
      counts(0, 0, 3),
    ],
    [
      'a suite that cannot run',
      report({ numPassedTests: 7, numRuntimeErrorTestSuites: 1 }),
      1,
      counts(7, 1, 0),
    ],
    [
      'a failure of no test, such as an unmet threshold',
      report({ numPassedTests: 7 }),
      1,
      counts(7, 1, 0),
    ],
    ['no report at all', undefined, 0, counts(0, 1, 0)],
  ]) {
    it(`counts ${what}`, () =>
      assert.deepEqual(countJest(given, code), expected));
  }
});

describe('countTap', () => {
  const tap = lines => ['TAP version 13', ...lines].join('\n');
  for (const [what, given, code, expected] of [
    [
      'tests',
      tap([
        '# tests 4',
        '# pass 2',
        '# fail 1',
        '# cancelled 0',
        '# skipped 1',
        '# todo 0',
      ]),
      1,
      counts(2, 1, 1),
    ],
    [
      'a cancelled test',
      tap([
        '# tests 1',
        '# pass 0',
        '# fail 0',
        '# cancelled 1',
        '# skipped 0',
        '# todo 0',
      ]),
      1,
      counts(0, 1, 0),
    ],
    [
      'a crash after the tests',
      tap([
        '# tests 1',
        '# pass 1',
        '# fail 0',
        '# cancelled 0',
        '# skipped 0',
        '# todo 0',
      ]),
      7,
      counts(1, 1, 0),
    ],
    [
      'a run without tests',
      tap([
        '# tests 0',
        '# pass 0',
        '# fail 0',
        '# cancelled 0',
        '# skipped 0',
        '# todo 0',
      ]),
      0,
      counts(0, 0, 0),
    ],
    ['no summary', 'Segmentation fault', 139, counts(0, 1, 0)],
  ]) {
    it(`counts ${what}`, () =>
      assert.deepEqual(countTap(given, code), expected));
  }
});

describe('summary', () => {
  it('adds checks and suites up in one line', () =>
    assert.equal(
      summary(add(add(check(true), check(false)), counts(40, 0, 2))),
      '41 passed, 1 failed, 2 skipped',
    ));
});

describe('skippedSuites', () => {
  it('names each suite once', () => {
    const result = (status, ancestorTitles, title = 'does it') => ({
      status,
      ancestorTitles,
      title,
    });
    assert.deepEqual(
      skippedSuites({
        testResults: [
          {
            assertionResults: [
              result('pending', ['with helm', 'inner']),
              result('pending', ['with helm']),
            ],
          },
          {
            assertionResults: [
              result('passed', ['fine']),
              result('todo', [], 'later'),
            ],
          },
        ],
      }),
      ['with helm', 'later'],
    );
  });

  it('has nothing to say without a report', () =>
    assert.deepEqual(skippedSuites(undefined), []));
});

describe('failures', () => {
  const passed = { status: 'passed', fullName: 'is well', failureMessages: [] };
  const file = (name, status, assertionResults, message = '') => ({
    name: `/clone/e2e/${name}`,
    ...{ status, assertionResults, message },
  });

  it('names each test that failed and begins to say why', () => {
    const failed = {
      status: 'failed',
      fullName: 'a cluster starts',
      failureMessages: [
        'Error: \u001b[31mno\u001b[39m\n\n  expected 1\n    at it (a.ts:1)\n',
      ],
    };
    assert.deepEqual(
      failures(
        {
          testResults: [
            file('well.test.ts', 'passed', [passed]),
            file('ill.test.ts', 'failed', [passed, failed]),
          ],
        },
        '/clone',
      ),
      ['e2e/ill.test.ts: a cluster starts', '  Error: no', '  expected 1'],
    );
  });

  it('names a file that cannot run', () =>
    assert.deepEqual(
      failures(
        { testResults: [file('torn.test.ts', 'failed', [], 'no module x')] },
        '/clone',
      ),
      ['e2e/torn.test.ts', '  no module x'],
    ));

  it('has nothing to say without a report', () =>
    assert.deepEqual(failures(undefined, '/clone'), []));
});

describe('withSecondRun', () => {
  const file = (name, ...statuses) => ({
    name,
    status: statuses.includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map((status, index) => ({
      status,
      title: `${index}`,
      fullName: `${name} ${index}`,
      ancestorTitles: [],
      failureMessages: status === 'failed' ? ['Error: slow'] : [],
    })),
  });
  const first = report({
    numPassedTests: 3,
    numFailedTests: 2,
    numPendingTests: 1,
    testResults: [
      file('/a', 'passed', 'pending'),
      file('/b', 'passed', 'failed'),
      file('/c', 'passed', 'failed'),
    ],
  });

  it('takes the suites that failed', () =>
    assert.deepEqual(failedSuites(first), ['/b', '/c']));

  it('counts a suite that passes when run again as passed, and one that fails again as failed', () => {
    const merged = withSecondRun(
      first,
      report({
        numPassedTests: 3,
        numFailedTests: 1,
        testResults: [
          file('/b', 'passed', 'passed'),
          file('/c', 'passed', 'failed'),
        ],
      }),
    );
    assert.deepEqual(countJest(merged, 1), counts(4, 1, 1));
    assert.deepEqual(failures(merged, '/'), ['c: /c 1', '  Error: slow']);
  });

  it('tells which suites passed only the second time, and why they failed the first', () => {
    const again = report({
      testResults: [
        file('/b', 'passed', 'passed'),
        file('/c', 'passed', 'failed'),
      ],
    });
    assert.deepEqual(failures(passedSince(first, again), '/'), [
      'b: /b 1',
      '  Error: slow',
    ]);
    assert.deepEqual(failures(passedSince(first, undefined), '/'), []);
  });

  it('counts a suite that cannot run the second time as failed', () => {
    const merged = withSecondRun(
      first,
      report({
        numRuntimeErrorTestSuites: 1,
        testResults: [
          file('/b', 'passed', 'passed'),
          { ...file('/c'), status: 'failed', message: 'SyntaxError' },
        ],
      }),
    );
    assert.deepEqual(countJest(merged, 1), counts(3, 1, 1));
  });

  it('counts a suite that could not run and was not run again as failed still', () => {
    const unable = report({
      numRuntimeErrorTestSuites: 1,
      testResults: [{ ...file('/d'), status: 'failed' }],
    });
    const merged = withSecondRun(unable, report({ testResults: [] }));
    assert.deepEqual(countJest(merged, 0), counts(0, 1, 0));
  });

  it('keeps what was said first when there is no second report', () =>
    assert.equal(withSecondRun(first, undefined), first));
});
