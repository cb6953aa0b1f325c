import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from './packageFile';
import { run } from './run';

/** Runs jest on a suite that needs Chromium. */
async function suiteWith(env: Record<string, string | undefined>) {
  const folder = mkdtempSync(join(tmpdir(), 'describe-with-tools-test-'));
  try {
    writeFileSync(
      join(folder, 'sample.test.js'),
      `const { describeWithTools } = require(${JSON.stringify(
        packageFile('src', 'index.ts'),
      )});
      describeWithTools('a page', ['chromium'], () => {
        it('opens', () => {});
        it('closes', () => {});
      });`,
    );
    writeFileSync(
      join(folder, 'jest.config.json'),
      JSON.stringify({
        testEnvironment: 'node',
        cacheDirectory: join(folder, 'cache'),
        transform: {
          '\\.ts$': [
            require.resolve('@backstage/cli/config/jestSwcTransform'),
            { jsc: { parser: { syntax: 'typescript' } } },
          ],
        },
      }),
    );
    const { stdout, stderr, code } = await run(
      process.execPath,
      [require.resolve('jest/bin/jest'), '--json', '--rootDir', folder],
      { cwd: folder, env: { CI: undefined, ...env } },
    );
    const { numPassedTests, numFailedTests, numPendingTests, testResults } =
      JSON.parse(stdout);
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests,
      code,
      names: testResults.flatMap(
        (file: { assertionResults: Array<{ fullName: string }> }) =>
          file.assertionResults.map(({ fullName }) => fullName),
      ),
      output: stderr,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('describeWithTools', () => {
  const missing = join(tmpdir(), 'no-such-chromium');
  const reason = `chromium is unavailable: there is no ${missing}`;

  it('runs the tests when the tools are there', async () => {
    const version = join(
      mkdtempSync(join(tmpdir(), 'describe-with-tools-test-')),
      'chromium',
    );
    writeFileSync(version, '#!/bin/sh\necho Chromium 1.2.3\n', { mode: 0o755 });
    expect(await suiteWith({ CHROMIUM: version })).toMatchObject({
      passed: 2,
      failed: 0,
      skipped: 0,
      code: 0,
      names: ['a page opens', 'a page closes'],
    });
    rmSync(join(version, '..'), { recursive: true });
  }, 60_000);

  it('skips them, by name, when one cannot be had', async () => {
    const result = await suiteWith({ CHROMIUM: missing });
    expect(result).toMatchObject({
      passed: 0,
      failed: 0,
      skipped: 2,
      code: 0,
      names: [
        'a page (skipped without chromium) opens',
        'a page (skipped without chromium) closes',
      ],
    });
    expect(result.output).toContain(`Skipped: a page\n  ${reason}`);
  }, 60_000);

  it('fails in CI when one cannot be had', async () => {
    const result = await suiteWith({ CHROMIUM: missing, CI: 'true' });
    expect(result).toMatchObject({
      passed: 0,
      failed: 1,
      skipped: 0,
      code: 1,
      names: ['a page needs chromium'],
    });
    expect(result.output).toContain(reason);
  }, 60_000);
});
