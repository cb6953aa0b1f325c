import fc from 'fast-check';
import { Draw, drawArbitrary } from './Draw';
import { Difference, Oracle, Verdict } from './Oracle';

/** How many draws came to what. */
export interface Counts {
  draws: number;
  accepted: number;
  /** Of those accepted, the ones that kubectl kustomize built too. */
  kustomized: number;
  refused: number;
  /** Refused by this package's reader of YAML; no Helm was compared. */
  unread: number;
}

export interface RunDrawsOptions {
  runs: number;
  /** Gives the same draws each time. */
  seed: number;
  /** Repeats the one draw that a difference named. */
  path?: string;
  onProgress?(counts: Counts): void;
  /** Milliseconds after which it ends, and fails; shrinking ends without failing anew. */
  timeLimitMs?: number;
}

export interface DrawsResult {
  counts: Counts;
  /** The smallest draw that shows a difference, and how to repeat it. */
  failure?: string;
}

function count(counts: Counts, { outcome, kustomize }: Verdict): Counts {
  return {
    ...counts,
    draws: counts.draws + 1,
    [outcome]: counts[outcome] + 1,
    kustomized: counts.kustomized + (kustomize ? 1 : 0),
  };
}

function described({ files, set, release }: Draw): string {
  return [
    ...files.map((file, index) => `# values-${index}.yaml\n${file.trimEnd()}`),
    ...set.map(expression => `# --set ${JSON.stringify(expression)}`),
    `# release ${JSON.stringify(
      release.name,
    )} in the namespace ${JSON.stringify(release.namespace)}`,
  ].join('\n');
}

/** A difference says everything; what is no difference is a fault of the tests. */
function messageOf(error: unknown): string {
  if (error instanceof Error && !(error instanceof Difference)) {
    return error.stack ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Judges draws until there are as many as asked for, or one shows a difference, which it makes as small as it can. */
export async function runDraws(
  oracle: Oracle,
  { runs, seed, path, onProgress, timeLimitMs }: RunDrawsOptions,
): Promise<DrawsResult> {
  let counts: Counts = {
    draws: 0,
    accepted: 0,
    kustomized: 0,
    refused: 0,
    unread: 0,
  };
  let found = false;
  const details = await fc.check(
    fc.asyncProperty(drawArbitrary, async draw => {
      try {
        const verdict = await oracle.judge(draw);
        if (!found) {
          counts = count(counts, verdict);
          onProgress?.(counts);
        }
      } catch (error) {
        found = true;
        throw error;
      }
    }),
    {
      numRuns: runs,
      seed,
      path,
      interruptAfterTimeLimit: timeLimitMs,
      markInterruptAsFailure: true,
    },
  );
  if (!details.failed) {
    return { counts };
  }
  const { counterexample, errorInstance } = details;
  if (counterexample === null) {
    return {
      counts,
      failure: `only ${counts.draws} of ${runs} draws were made in ${timeLimitMs} ms`,
    };
  }
  return {
    counts,
    failure: [
      messageOf(errorInstance),
      described(counterexample[0]),
      `To repeat it: ALEXANDRIA_ORACLE_SEED=${seed} ALEXANDRIA_ORACLE_PATH=${details.counterexamplePath}`,
    ].join('\n\n'),
  };
}
