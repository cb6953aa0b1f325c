import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

const bin = path => join(root, 'node_modules', path);
const backstage = bin('@backstage/cli/bin/backstage-cli');

/** Folders with sources that belong to no package. */
const looseFolders = ['scripts', 'e2e', 'benchmarks'];

/** Every file that matches its generator has a script of this name in its package, which fails when it does not. */
const freshnessScript = 'check:generated';

async function packagesWithScript(name) {
  const found = [];
  for (const group of ['packages', 'plugins']) {
    for (const entry of await readdir(join(root, group))) {
      const file = join(root, group, entry, 'package.json');
      const manifest = await readFile(file, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined);
      if (manifest?.scripts?.[name]) {
        found.push({ name: manifest.name, folder: join(root, group, entry) });
      }
    }
  }
  return found;
}

/** The checks without tests of their own, in the order in which they run: the fastest first. */
export async function checks() {
  return [
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
    ...(await packagesWithScript(freshnessScript)).map(({ name, folder }) => ({
      title: `Generated files of ${name}`,
      args: [
        join(root, '.yarn/releases/yarn-4.13.0.cjs'),
        'run',
        freshnessScript,
      ],
      cwd: folder,
    })),
    {
      title: 'Types',
      args: [bin('typescript/bin/tsc'), '--pretty', 'false'],
    },
    {
      title: 'Lint packages',
      args: [backstage, 'repo', 'lint', '--max-warnings', '0'],
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
}

/** The tests of the launcher, which needs no package and no jest. */
export const launcherTests = {
  title: 'Tests of the launcher',
  args: ['--test', '--test-reporter=tap', 'scripts/**/*.test.mjs'],
};

/**
 * The suites that jest runs.
 *
 * @param patterns only suites whose path matches one of them
 * @param reportOf the file for the report of the stage with a title
 */
export function jestStages(patterns, reportOf) {
  const common = title => [
    '--json',
    `--outputFile=${reportOf(title)}`,
    '--passWithNoTests',
    ...patterns,
  ];
  const packages = 'Tests of the packages';
  const endToEnd = 'End-to-end tests';
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
        ...common(packages),
      ],
    },
    {
      title: endToEnd,
      report: reportOf(endToEnd),
      // These start servers and browsers: one at a time.
      args: [
        bin('jest/bin/jest.js'),
        '--config',
        'e2e/jest.config.js',
        '--runInBand',
        ...common(endToEnd),
      ],
    },
  ];
}
