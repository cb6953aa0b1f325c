import { join } from 'node:path';
import { root } from './paths.mjs';

const bin = path => join(root, 'node_modules', path);
const backstage = bin('@backstage/cli/bin/backstage-cli');

/** Folders with sources that belong to no package. */
const looseFolders = ['scripts', 'e2e', 'benchmarks'];

/** The checks without tests of their own, in the order in which they run: the fastest first. */
export const checks = [
  {
    title: 'Format',
    args: [
      bin('prettier/bin-prettier.js'),
      '--check',
      '--loglevel',
      'warn',
      '.',
    ],
  },
  {
    title: 'Types',
    args: [bin('typescript/bin/tsc'), '--pretty', 'false'],
  },
  {
    title: 'Lint packages',
    args: [
      backstage,
      'repo',
      'lint',
      '--max-warnings',
      '0',
      '--format',
      'unix',
    ],
  },
  {
    title: 'Lint scripts, end-to-end suites and benchmarks',
    args: [
      bin('eslint/bin/eslint.js'),
      '--ext',
      '.ts,.mjs,.js',
      '--max-warnings',
      '0',
      '--no-error-on-unmatched-pattern',
      ...looseFolders,
    ],
  },
];

/** The tests of the launcher, which needs no package and no jest. */
export const launcherTests = {
  title: 'Tests of the launcher',
  args: ['--test', '--test-reporter=tap', 'scripts/**/*.test.mjs'],
};

/**
 * How the names of those end-to-end suites begin that have the machine to themselves: what they count is heap, seconds
 * and lost connections, so that a neighbour would be measured with them.
 */
const ALONE = ['canary', 'discoveryScale', 'faults'];

/**
 * How many end-to-end suites that failed are run a second time, alone. These share two cores with servers and a
 * browser, so that one may fail that says nothing of the product; it is named as flaky, to be mended. Where more fail,
 * something is wrong.
 */
const FLAKY_AT_MOST = 3;

/**
 * The suites that jest runs.
 *
 * @param patterns only suites whose path matches one of them
 * @param reportOf the file for the report of the stage with a title
 * @returns stages; one with `again` gives a stage for its failed files, or undefined where these are to stay failed
 */
export function jestStages(patterns, reportOf) {
  const reported = title => ['--json', `--outputFile=${reportOf(title)}`];
  const common = title => [
    ...reported(title),
    '--passWithNoTests',
    ...patterns,
  ];
  const packages = 'Tests of the packages';
  const jest = [bin('jest/bin/jest.js'), '--config', 'e2e/jest.config.js'];
  const again = title => files => {
    const secondRun = `${title}: those that failed, once more`;
    return files.length > 0 && files.length <= FLAKY_AT_MOST
      ? {
          title: secondRun,
          report: reportOf(secondRun),
          // By path, not by pattern: one that matched nothing would pass.
          args: [
            ...jest,
            '--runInBand',
            ...reported(secondRun),
            '--runTestsByPath',
            ...files,
          ],
        }
      : undefined;
  };
  const endToEnd = 'End-to-end tests';
  const alone = 'End-to-end tests with the machine to themselves';
  return [
    {
      title: packages,
      report: reportOf(packages),
      args: [
        backstage,
        'repo',
        'test',
        '--watchAll=false',
        '--maxWorkers=2',
        // Ends what hangs; how long a test takes beside others on two cores is no reason to fail.
        '--testTimeout=30000',
        ...common(packages),
      ],
    },
    {
      title: endToEnd,
      report: reportOf(endToEnd),
      args: [
        ...jest,
        '--maxWorkers=2',
        `--testPathIgnorePatterns=/e2e/(${ALONE.join('|')})`,
        ...common(endToEnd),
      ],
      again: again(endToEnd),
    },
    {
      title: alone,
      report: reportOf(alone),
      args: [
        ...jest,
        '--runInBand',
        `--testMatch=**/e2e/{${ALONE.join(',')}}*.e2e.test.ts`,
        ...common(alone),
      ],
      again: again(alone),
    },
  ];
}
