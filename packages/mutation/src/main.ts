import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanations } from './knownSurvivors';
import { reasonFor, stale } from './explanations';
import { Interrupted, interruptible } from './interrupt';
import type { Verdict } from './Mutant';
import { rate, reportPage, scores } from './report';
import { runAll, Selection } from './runAll';
import { manifestsFolder } from './typescript/Sandbox';

const say = (line: string) => process.stderr.write(`${line}\n`);

const pagePath = join(manifestsFolder, '../../docs/mutation.md');

/** What is wrong with the verdicts, a line each. */
function complaints(verdicts: readonly Verdict[], every: number): string[] {
  const unexplained = verdicts
    .filter(({ killedBy }) => killedBy === undefined)
    .map(({ mutant }) => mutant)
    .filter(mutant => reasonFor(explanations, mutant) === undefined)
    .map(
      ({ file, line, mutator, original, replacement }) =>
        `survives: ${file}:${line} ${mutator}: ${original} → ${replacement}`,
    );
  // A sample says nothing of what it leaves out.
  const old = (every === 1 ? stale(explanations, verdicts) : []).map(
    line => `is explained and does not survive any more: ${line}`,
  );
  return [...unexplained, ...old];
}

/** `--every=N` and patterns. */
function selectionOf(args: readonly string[]): Selection & { all: boolean } {
  const patterns = args.filter(arg => !arg.startsWith('--'));
  const options = args.filter(arg => arg.startsWith('--'));
  const every = options.map(
    option => /^--every=([1-9][0-9]*)$/.exec(option)?.[1],
  );
  if (every.includes(undefined)) {
    throw new RangeError(
      `only --every=N is known, with N from 1, and got ${options.join(' ')}`,
    );
  }
  return {
    all: patterns.length === 0,
    every: Number(every[0] ?? 1),
    wanted: path =>
      patterns.length === 0 || patterns.some(pattern => path.includes(pattern)),
  };
}

async function main(args: string[]): Promise<number> {
  const started = Date.now();
  const selection = selectionOf(args);
  const done = (verdicts: readonly Verdict[]) =>
    scores(verdicts).forEach(score =>
      say(
        `  ${score.file}: ${score.killed} of ${score.mutants}, ${rate(score)}`,
      ),
    );
  const verdicts = await interruptible(signal =>
    runAll(selection, { say, done }, signal),
  );
  if (verdicts.length === 0) {
    say(`No file that is mutated matches ${args.join(' ')}.`);
    return 2;
  }
  if (selection.all) {
    writeFileSync(
      pagePath,
      reportPage(verdicts, explanations, selection.every),
    );
    say(`Written: docs/mutation.md (${readFileSync(pagePath).length} bytes)`);
  }
  const wrong = complaints(verdicts, selection.every);
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
