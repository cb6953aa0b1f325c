import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Counts of tests. A suite that cannot run at all counts as one that failed. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** One check that has no tests of its own. */
export const check = ok =>
  ok ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };

/** A command that reports failure although no test of it failed has failed all the same. */
const orFailed = (counts, code) =>
  code !== 0 && counts.failed === 0 ? add(counts, check(false)) : counts;

/**
 * Counts what `jest --json` wrote.
 *
 * @param report the parsed file, or undefined when jest did not come to write one
 * @param code jest's exit code
 */
export function countJest(report, code) {
  if (!report) {
    return check(false);
  }
  return orFailed(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  );
}

/** Counts the summary of `node --test --test-reporter=tap`. */
export function countTap(output, code) {
  const count = name =>
    output.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1];
  if (!count('tests')) {
    return check(false);
  }
  return orFailed(
    {
      passed: Number(count('pass')),
      failed: Number(count('fail')) + Number(count('cancelled')),
      skipped: Number(count('skipped')) + Number(count('todo')),
    },
    code,
  );
}

/** The names of the suites in which jest skipped something. */
export function skippedSuites(report) {
  const names = (report?.testResults ?? []).flatMap(file =>
    file.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title),
  );
  return [...new Set(names)];
}

/** The files of the suites that failed or could not run. */
export const failedSuites = report =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name);

/** Whether a suite failed before, or beside, all of its tests. */
const couldNotRun = ({ status, assertionResults }) =>
  status === 'failed' &&
  assertionResults.every(each => each.status !== 'failed');

/**
 * The report of a run, with what its failed suites said when they were run again in place of what they said first.
 *
 * @param first what `jest --json` wrote
 * @param again what it wrote of `failedSuites(first)`, or undefined when it did not come to write one
 * @returns as much of a report as `countJest`, `failures` and `skippedSuites` read
 */
export function withSecondRun(first, again) {
  if (!again) {
    return first;
  }
  const repeated = new Set(again.testResults.map(({ name }) => name));
  const testResults = [
    ...first.testResults.filter(({ name }) => !repeated.has(name)),
    ...again.testResults,
  ];
  const number = status =>
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(each => each.status === status).length;
  return {
    testResults,
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    numPendingTests: number('pending'),
    numTodoTests: number('todo'),
    numRuntimeErrorTestSuites: testResults.filter(couldNotRun).length,
  };
}

/** The part of a report that is about suites which failed in it and passed when run again. */
export function passedSince(first, again) {
  const passed = new Set(
    (again?.testResults ?? [])
      .filter(({ status }) => status === 'passed')
      .map(({ name }) => name),
  );
  return {
    testResults: first.testResults.filter(({ name }) => passed.has(name)),
  };
}

/** How much of a failure is repeated at the end: enough to know it again, in lines. */
const SHOWN_LINES = 6;

const firstLines = text =>
  stripVTControlCharacters(text)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('at '))
    .slice(0, SHOWN_LINES);

/**
 * What failed, so that the end of a long log says it too: for each test its file and name, and the beginning of why.
 *
 * @param report what `jest --json` wrote, or undefined
 * @param root the folder below which files are named
 * @returns lines
 */
export function failures(report, root) {
  return (report?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) => {
      const file = relative(root, name);
      if (couldNotRun({ status, assertionResults })) {
        return [file, ...firstLines(message).map(line => `  ${line}`)];
      }
      const failed = assertionResults.filter(each => each.status === 'failed');
      return failed.flatMap(({ fullName, failureMessages }) => [
        `${file}: ${fullName}`,
        ...firstLines(failureMessages.join('\n')).map(line => `  ${line}`),
      ]);
    },
  );
}

/** The line that closes a run. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
