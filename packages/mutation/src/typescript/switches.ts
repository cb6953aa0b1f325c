/** What the instrumented sources read and write, as the instrumenter's header has it. */
interface Namespace {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

/** A mutant that is reached more often than this loops. */
const HIT_LIMIT = 1_000_000;

const holder = globalThis as { __stryker__?: Namespace };
const namespace = (holder.__stryker__ ??= {});

/** Has a mutant act, or none. */
export function activate(id: string | undefined): void {
  namespace.activeMutant = id;
  namespace.hitCount = 0;
  namespace.hitLimit = HIT_LIMIT;
}

/** Says which check the mutants are reached by from now on; undefined while modules are loaded. */
export function attribute(check: string | undefined): void {
  namespace.currentTestId = check;
}

/** Which mutants were reached while modules were loaded, and which by each check. */
export function reached(): {
  whileLoading: ReadonlySet<string>;
  by(check: string): ReadonlySet<string>;
} {
  const { static: whileLoading = {}, perTest = {} } =
    namespace.mutantCoverage ?? {};
  return {
    whileLoading: new Set(Object.keys(whileLoading)),
    by: check => new Set(Object.keys(perTest[check] ?? {})),
  };
}
