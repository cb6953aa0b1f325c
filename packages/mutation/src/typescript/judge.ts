import type { SwitchedMutant } from './instrument';
import type { Check } from './checks';
import type { ModuleGraph } from './ModuleGraph';
import { activate, attribute, reached } from './switches';

/** Says which check notices a mutant. */
export interface Judge {
  killer(mutant: SwitchedMutant): Promise<string | undefined>;
}

async function holds(check: Check): Promise<boolean> {
  try {
    return await check.holds();
  } catch {
    return false;
  }
}

/**
 * Runs every check once as it is, to know which mutants it reaches.
 *
 * @param graph - nothing of which has been called but to make the checks
 * @throws Error when a check does not hold without any mutant
 */
export async function judgeBy(
  checks: readonly Check[],
  graph: ModuleGraph,
): Promise<Judge> {
  for (const check of checks) {
    attribute(check.name);
    if (!(await holds(check))) {
      throw new Error(`without any mutant, this does not hold: ${check.name}`);
    }
  }
  attribute(undefined);
  const { whileLoading, by } = reached();
  const byCheck = new Map(checks.map(check => [check, by(check.name)]));
  // What noticed a mutant often notices the next one in the file.
  const recent = new Map<string, Check[]>();

  async function noticed(
    mutant: SwitchedMutant,
    again: boolean,
  ): Promise<Check | undefined> {
    const reaching = checks.filter(
      check => again || byCheck.get(check)?.has(mutant.id),
    );
    const first = (recent.get(mutant.file) ?? []).filter(check =>
      reaching.includes(check),
    );
    const rest = reaching.filter(check => !first.includes(check));
    for (const check of [...first, ...rest]) {
      if (!(await holds(check))) {
        return check;
      }
    }
    return undefined;
  }

  return {
    async killer(mutant) {
      const module = mutant.file.replace(/^src\//, '').replace(/\.ts$/, '');
      const again = whileLoading.has(mutant.id);
      activate(mutant.id);
      if (again) {
        graph.forget(module);
      }
      try {
        const check = await noticed(mutant, again);
        if (check !== undefined) {
          const others = recent.get(mutant.file) ?? [];
          recent.set(
            mutant.file,
            [check, ...others.filter(other => other !== check)].slice(0, 12),
          );
        }
        return check?.name;
      } finally {
        activate(undefined);
        if (again) {
          graph.forget(module);
        }
      }
    },
  };
}
