import { RecentFirst } from '../RecentFirst';
import type { Check } from './checks';
import type { SwitchedMutant } from './instrument';
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
 * @param graph - all of whose modules are loaded
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
  const recent = new RecentFirst<Check>();

  return {
    async killer({ id, file }) {
      const module = file.replace(/^src\//, '').replace(/\.ts$/, '');
      const again = whileLoading.has(id);
      const reaching = checks.filter(
        check => again || byCheck.get(check)?.has(id),
      );
      activate(id);
      if (again) {
        graph.forget(module);
      }
      try {
        const quick = reaching.filter(({ slow }) => !slow);
        const slow = reaching.filter(check => check.slow);
        for (const check of [...recent.order(file, quick), ...slow]) {
          if (!(await holds(check))) {
            recent.noticed(file, check);
            return check.name;
          }
        }
        return undefined;
      } finally {
        activate(undefined);
        if (again) {
          graph.forget(module);
        }
      }
    },
  };
}
