import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { fail, say, step } from './progress.mjs';
import {
  add,
  check,
  countJest,
  countTap,
  failures,
  nothing,
  skippedSuites,
  summary,
} from './results.mjs';
import { runQuiet } from './spawn.mjs';
import { checks, jestStages, launcherTests } from './stages.mjs';

/** What is shown of a suite while it runs: each file as it ends, and what the test rig fetches and leaves out. */
const shown =
  /^(PASS|FAIL) |^Skipped: |…$|: \d.* so far$|: (done in|failed after) /;

function testEnvironment(env) {
  return {
    ...env,
    NODE_ENV: 'test',
    NODE_OPTIONS: [
      env.NODE_OPTIONS,
      // For the scaffolder's isolated-vm, and for the packages that are ES modules only.
      '--no-node-snapshot',
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

async function runStages(patterns, node, reports) {
  const env = testEnvironment(node.env);
  const skipped = [];
  const failed = [];
  let total = nothing;

  const run = async (stage, count) => {
    const before = failed.length;
    const { counts, code, output } = await step(
      stage.title,
      async () => {
        const result = await runQuiet(node.binary, stage.args, {
          env: stage.report ? env : node.env,
          onLine: line => stage.report && shown.test(line) && say(`  ${line}`),
        });
        return { ...result, counts: await count(result) };
      },
      result => summary(result.counts),
    );
    if (code !== 0 || counts.failed > 0) {
      say(output);
      if (failed.length === before) {
        failed.push(stage.title);
      }
    }
    total = add(total, counts);
  };

  if (patterns.length === 0) {
    for (const stage of checks) {
      await run(stage, ({ code }) => check(code === 0));
    }
    await run(launcherTests, ({ code, output }) => countTap(output, code));
  }
  const names = {};
  const reportOf = title =>
    join(reports, `${(names[title] ??= Object.keys(names).length)}.json`);
  for (const stage of jestStages(patterns, reportOf)) {
    await run(stage, async ({ code }) => {
      const report = await readFile(stage.report, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined);
      skipped.push(...skippedSuites(report));
      failed.push(...failures(report, root));
      return countJest(report, code);
    });
  }
  return { total, skipped, failed };
}

/**
 * Runs every check and suite and closes standard output with the line of counts.
 *
 * @param patterns with any, only the suites whose path matches one, and no check
 * @returns 0 when nothing failed and, where `CI` is set, nothing was skipped
 */
export async function test(patterns) {
  const reports = await mkdtemp(join(tmpdir(), 'alexandria-test-'));
  let result;
  try {
    result = await runStages(patterns, await prepare(), reports);
  } catch (error) {
    fail(error);
    result = { total: check(false), skipped: [], failed: [] };
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
  const { total, skipped, failed } = result;

  if (failed.length > 0) {
    say(`\nFailed:\n${failed.join('\n')}`);
  }
  if (skipped.length > 0) {
    say(`\nSkipped: ${skipped.join(', ')}`);
  }
  const mayNotSkip = Boolean(process.env.CI) && total.skipped > 0;
  if (mayNotSkip) {
    say('CI is set: a test that is skipped is a failure.');
  }
  process.stdout.write(`${summary(total)}\n`);
  return total.failed > 0 || mayNotSkip ? 1 : 0;
}
