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
  failedSuites,
  failures,
  nothing,
  passedSince,
  skippedSuites,
  summary,
  withSecondRun,
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

/** What jest wrote into a file, or undefined when it did not come to write. */
const readReport = path =>
  readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);

async function runStages(patterns, node, reports) {
  const env = testEnvironment(node.env);
  const skipped = [];
  const failed = [];
  const flaky = [];
  let total = nothing;

  const runStage = async (stage, count) => {
    const result = await step(
      stage.title,
      async () => {
        const ran = await runQuiet(node.binary, stage.args, {
          env: stage.report ? env : node.env,
          onLine: line => stage.report && shown.test(line) && say(`  ${line}`),
        });
        return { ...ran, ...(await count(ran)) };
      },
      ({ counts }) => summary(counts),
    );
    if (result.code !== 0 || result.counts.failed > 0) {
      say(result.output);
    }
    return result;
  };

  const runCheck = async (stage, count) => {
    const { counts, code } = await runStage(stage, async ran => ({
      counts: count(ran),
    }));
    if (code !== 0 || counts.failed > 0) {
      failed.push(stage.title);
    }
    total = add(total, counts);
  };

  const runJest = async stage => {
    const run = one =>
      runStage(one, async ({ code }) => {
        const report = await readReport(one.report);
        return { report, counts: countJest(report, code) };
      });
    const first = await run(stage);
    const second = stage.again?.(failedSuites(first.report));
    let { report, counts, code } = first;
    if (second) {
      const again = await run(second);
      report = withSecondRun(first.report, again.report);
      code = again.code;
      counts = countJest(report, code);
      flaky.push(...failures(passedSince(first.report, again.report), root));
    }
    const reasons = failures(report, root);
    if (counts.failed > 0) {
      failed.push(...(reasons.length > 0 ? reasons : [stage.title]));
    }
    skipped.push(...skippedSuites(report));
    total = add(total, counts);
  };

  if (patterns.length === 0) {
    for (const stage of checks) {
      await runCheck(stage, ({ code }) => check(code === 0));
    }
    await runCheck(launcherTests, ({ code, output }) => countTap(output, code));
  }
  const names = {};
  const reportOf = title =>
    join(reports, `${(names[title] ??= Object.keys(names).length)}.json`);
  for (const stage of jestStages(patterns, reportOf)) {
    await runJest(stage);
  }
  return { total, skipped, failed, flaky };
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
    result = { total: check(false), skipped: [], failed: [], flaky: [] };
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
  const { total, skipped, failed, flaky } = result;

  if (failed.length > 0) {
    say(`\nFailed:\n${failed.join('\n')}`);
  }
  if (flaky.length > 0) {
    say(`\nFlaky, passed only when run once more:\n${flaky.join('\n')}`);
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
