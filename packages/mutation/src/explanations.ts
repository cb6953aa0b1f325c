import type { Mutant, Verdict } from './Mutant';

/** Why mutants of a file that nothing notices change nothing that could be noticed. */
export interface Explanation {
  file: string;
  /** What stands there and what stands there instead, as the report writes them. */
  changes: [original: string, replacement: string][];
  reason: string;
}

const isOf = (
  { file, changes }: Explanation,
  { file: mutated, original, replacement }: Mutant,
): boolean =>
  file === mutated &&
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
    .flatMap(({ file, changes, reason }) =>
      changes
        .filter(
          change =>
            !survivors.some(mutant =>
              isOf({ file, changes: [change], reason }, mutant),
            ),
        )
        .map(
          ([original, replacement]) => `${file}: ${original} → ${replacement}`,
        ),
    );
}
