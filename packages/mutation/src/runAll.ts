import { join } from 'node:path';
import {
  startHelmServer,
  startKustomizeServer,
} from '@alexandriaproject/test-rig';
import { ChartJudge } from './chart/ChartJudge';
import { mutateChart, TemplateMutant, templatesOf } from './chart/mutateChart';
import { corpusOf } from './corpus/Corpus';
import type { Verdict } from './Mutant';
import { checksOf } from './typescript/checks';
import type { SwitchedMutant } from './typescript/instrument';
import { judgeBy } from './typescript/judge';
import { kustomizeChecks } from './typescript/kustomizeChecks';
import { ModuleGraph } from './typescript/ModuleGraph';
import {
  buildSandbox,
  isMutated,
  manifestsFolder,
  Sandbox,
} from './typescript/Sandbox';
import { subjectOf } from './typescript/Subject';
import { UnitTests } from './typescript/UnitTests';

const chart = join(manifestsFolder, 'chart');

/** How many copies of the chart are asked at the same time. */
const COPIES = 2;

interface Run {
  /** Gets a line as each part begins. */
  say(line: string): void;
  /** Gets the verdicts of a file as it is done. */
  done(verdicts: readonly Verdict[]): void;
  signal: AbortSignal;
  /** Whatever has to be ended or removed, in the order in which it began. */
  undo: (() => unknown)[];
}

function byFile<T extends { file: string }>(mutants: readonly T[]): T[][] {
  const files = new Map<string, T[]>();
  for (const mutant of mutants) {
    files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
  }
  return [...files.values()];
}

/** Of each file the first mutant, and every so-many-th after it. */
function sampled<T extends { file: string }>(
  mutants: readonly T[],
  every: number,
): T[] {
  return byFile(mutants).flatMap(mine =>
    mine.filter((_, index) => index % every === 0),
  );
}

async function typescriptVerdicts(
  run: Run,
  mutants: readonly SwitchedMutant[],
  sandbox: Sandbox,
  graph: ModuleGraph,
): Promise<Verdict[]> {
  if (mutants.length === 0) {
    return [];
  }
  const { say, signal, undo } = run;
  say(`Renderer and rules: ${mutants.length} mutants`);
  const subject = subjectOf(graph);
  const corpus = corpusOf(graph);
  const helm = await startHelmServer(4);
  undo.push(() => helm.stop());
  const kustomize = await startKustomizeServer();
  undo.push(() => kustomize.stop());
  const judge = await judgeBy(
    [
      ...(await checksOf(subject, corpus, helm)),
      ...kustomizeChecks(subject, corpus, kustomize),
    ],
    graph,
  );
  const unitTests = await UnitTests.of(graph, sandbox.tests, signal);
  const verdicts: Verdict[] = [];
  for (const ofFile of byFile(mutants)) {
    const mine: Verdict[] = [];
    for (const mutant of ofFile) {
      signal.throwIfAborted();
      const killedBy =
        (await unitTests.besideKiller(mutant)) ??
        (await judge.killer(mutant)) ??
        (await unitTests.killer(mutant));
      mine.push({ mutant, killedBy });
    }
    run.done(mine);
    verdicts.push(...mine);
  }
  return verdicts;
}

async function chartVerdicts(
  run: Run,
  mutants: readonly TemplateMutant[],
  graph: ModuleGraph,
): Promise<Verdict[]> {
  if (mutants.length === 0) {
    return [];
  }
  const { say, signal, undo } = run;
  say(`Templates: ${mutants.length} changes`);
  const queue = byFile(mutants);
  const judged = new Map<TemplateMutant, Verdict>();
  const subject = subjectOf(graph);
  const corpus = corpusOf(graph);

  async function work() {
    const helm = await startHelmServer(4);
    undo.push(() => helm.stop());
    const judge = new ChartJudge(
      helm,
      subject,
      corpus,
      chart,
      templatesOf(chart),
    );
    undo.push(() => judge.remove());
    for (let next = queue.shift(); next; next = queue.shift()) {
      const mine: Verdict[] = [];
      for (const mutant of next) {
        signal.throwIfAborted();
        const verdict = await judge.verdict(mutant);
        if (verdict) {
          judged.set(mutant, verdict);
          mine.push(verdict);
        }
      }
      run.done(mine);
    }
  }

  await Promise.all(Array.from({ length: COPIES }, work));
  return mutants.flatMap(mutant => judged.get(mutant) ?? []);
}

/** What is judged. */
export interface Selection {
  /** Which files are mutated, by path. */
  wanted(path: string): boolean;
  /** Of each file the first mutant, and every so-many-th after it; 1 is all of them. */
  every: number;
}

/**
 * Judges mutants, the chart's first.
 *
 * @param progress - hears how far it is
 */
export async function runAll(
  { wanted, every }: Selection,
  progress: Pick<Run, 'say' | 'done'>,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const run: Run = { ...progress, signal, undo: [] };
  try {
    const sandbox = await buildSandbox(path => isMutated(path) && wanted(path));
    run.undo.push(() => sandbox.remove());
    const graph = new ModuleGraph(
      join(sandbox.folder, 'src'),
      join(manifestsFolder, 'package.json'),
    );
    const templates = sampled(
      mutateChart(chart).filter(({ file }) => wanted(file)),
      every,
    );
    const mutants = sampled(sandbox.mutants, every);
    return [
      ...(await chartVerdicts(run, templates, graph)),
      ...(await typescriptVerdicts(run, mutants, sandbox, graph)),
    ];
  } finally {
    for (const undo of run.undo.reverse()) {
      await undo();
    }
  }
}
