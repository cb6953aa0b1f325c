import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanations } from './knownSurvivors';
import { reasonFor, stale } from './explanations';
import { Interrupted, interruptible } from './interrupt';
import type { Verdict } from './Mutant';
import { rate, reportPage, scores } from './report';
import { runAll } from './runAll';
import { manifestsFolder } from './typescript/Sandbox';

const say = (line: string) => process.stderr.write(`${line}\n`);

const pagePath = join(manifestsFolder, '../../docs/mutation.md');

/** What is wrong with the verdicts, a line each. */
function complaints(verdicts: readonly Verdict[]): string[] {
  const unexplained = verdicts
    .filter(({ killedBy }) => killedBy === undefined)
    .map(({ mutant }) => mutant)
    .filter(mutant => reasonFor(explanations, mutant) === undefined)
    .map(
      ({ file, line, mutator, original, replacement }) =>
        `survives: ${file}:${line} ${mutator}: ${original} → ${replacement}`,
    );
  const old = stale(explanations, verdicts).map(
    line => `is explained and does not survive any more: ${line}`,
  );
  return [...unexplained, ...old];
}

async function main(patterns: string[]): Promise<number> {
  const started = Date.now();
  const wanted = (path: string) =>
    patterns.length === 0 || patterns.some(pattern => path.includes(pattern));
  const done = (verdicts: readonly Verdict[]) =>
    scores(verdicts).forEach(score =>
      say(
        `  ${score.file}: ${score.killed} of ${score.mutants}, ${rate(score)}`,
      ),
    );
  const verdicts = await interruptible(signal =>
    runAll(wanted, { say, done }, signal),
  );
  if (verdicts.length === 0) {
    say(`No file that is mutated matches ${patterns.join(' ')}.`);
    return 2;
  }
  if (patterns.length === 0) {
    writeFileSync(pagePath, reportPage(verdicts, explanations));
    say(`Written: docs/mutation.md (${readFileSync(pagePath).length} bytes)`);
  }
  const wrong = complaints(verdicts);
  wrong.forEach(say);
  const all = {
    file: '',
    mutants: verdicts.length,
    killed: scores(verdicts).reduce((sum, { killed }) => sum + killed, 0),
  };
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  process.stdout.write(
    `${all.killed} of ${all.mutants} mutants killed, ${rate(
      all,
    )}, in ${minutes} min\n`,
  );
  return wrong.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    say(error instanceof Interrupted ? 'Interrupted.' : String(error?.stack));
    process.exitCode = error instanceof Interrupted ? 130 : 1;
  },
);
