import type { Mutant, Verdict } from './Mutant';

/** Why mutants of a file that nothing notices change nothing that could be noticed. */
export interface Explanation {
  file: string;
  /** What stands there and what stands there instead, as the report writes them. */
  changes: [original: string, replacement: string][];
  /** What the context of each change holds, where other changes of the file are written alike. */
  within?: string;
  reason: string;
}

const isOf = (
  { file, changes, within = '' }: Explanation,
  { file: mutated, original, replacement, context }: Mutant,
): boolean =>
  file === mutated &&
  context.includes(within) &&
  changes.some(([from, to]) => from === original && to === replacement);

/** Why a mutant survives; undefined when nobody has said. */
export function reasonFor(
  explanations: readonly Explanation[],
  mutant: Mutant,
): string | undefined {
  return explanations.find(explanation => isOf(explanation, mutant))?.reason;
}

/** The changes that are explained and survive no longer, of the files that the verdicts are about, a line each. */
export function stale(
  explanations: readonly Explanation[],
  verdicts: readonly Verdict[],
): string[] {
  const survivors = verdicts
    .filter(({ killedBy }) => killedBy === undefined)
    .map(({ mutant }) => mutant);
  const judged = new Set(verdicts.map(({ mutant }) => mutant.file));
  return explanations
    .filter(({ file }) => judged.has(file))
    .flatMap(explanation =>
      explanation.changes
        .filter(
          change =>
            !survivors.some(mutant =>
              isOf({ ...explanation, changes: [change] }, mutant),
            ),
        )
        .map(
          ([original, replacement]) =>
            `${explanation.file}: ${original} → ${replacement}`,
        ),
    );
}
