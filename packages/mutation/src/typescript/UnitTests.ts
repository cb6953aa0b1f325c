import { dirname, relative } from 'node:path';
import type { SwitchedMutant } from './instrument';
import type { ModuleGraph } from './ModuleGraph';
import { activate, attribute, reached } from './switches';
import { failureOf } from './testFile';

/** Tests beside the sources. Those that ask real tools take no part. */
const besideSources =
  /^src\/(objects|values|checklist|kustomize|instance)\/|^src\/[^/]+$/;
const leftOut = ['src/kustomize/kubectlKustomize.test.js'];

/** The path of a module within the graph, without extension. */
const moduleOf = (path: string) =>
  path.replace(/^src\//, '').replace(/\.[jt]s$/, '');

/** The unit tests of a sandbox, each file of which is run only for the mutants that it reaches. */
export class UnitTests {
  private constructor(
    private readonly graph: ModuleGraph,
    /** By path, the mutants that are reached while the tests run. */
    private readonly reachedBy: ReadonlyMap<string, ReadonlySet<string>>,
    private readonly whileLoading: ReadonlySet<string>,
  ) {}

  /**
   * Runs them all once.
   *
   * @param paths - of the test files of a sandbox
   * @throws Error when one fails without any mutant
   */
  static async of(
    graph: ModuleGraph,
    paths: readonly string[],
    signal: AbortSignal,
  ): Promise<UnitTests> {
    const files = paths.filter(
      path => besideSources.test(path) && !leftOut.includes(path),
    );
    const failures: string[] = [];
    for (const path of files) {
      signal.throwIfAborted();
      const failure = await failureOf(() => {
        // What is loaded on the way is not what the tests reach.
        const test = graph.exports(moduleOf(path));
        attribute(path);
        return test;
      });
      attribute(undefined);
      if (failure !== undefined) {
        failures.push(`${path}: ${failure}`);
      }
    }
    if (failures.length > 0) {
      throw new Error(
        `without any mutant, these fail:\n${failures.join('\n')}`,
      );
    }
    const { by, whileLoading } = reached();
    const byFile = new Map(files.map(path => [path, by(path)]));
    return new UnitTests(graph, byFile, whileLoading);
  }

  /** Whether the test file of the same name notices a mutant, and then its path. */
  async besideKiller(mutant: SwitchedMutant): Promise<string | undefined> {
    const beside = mutant.file.replace(/\.ts$/, '.test.js');
    return this.reachedBy.has(beside)
      ? this.firstFailing(mutant, [beside])
      : undefined;
  }

  /** The test file that notices a mutant, by path; undefined when none does. */
  async killer(mutant: SwitchedMutant): Promise<string | undefined> {
    const { id, file } = mutant;
    const again = this.whileLoading.has(id);
    const dependents = this.graph.dependents(moduleOf(file));
    const nearness = (path: string) =>
      relative(dirname(file), path).split('/').length;
    const files = [...this.reachedBy]
      .filter(([path, mutants]) =>
        again ? dependents.has(moduleOf(path)) : mutants.has(id),
      )
      .map(([path]) => path)
      .sort((a, b) => nearness(a) - nearness(b));
    return this.firstFailing(mutant, files);
  }

  private async firstFailing(
    { id, file }: SwitchedMutant,
    files: readonly string[],
  ): Promise<string | undefined> {
    const module = moduleOf(file);
    const again = this.whileLoading.has(id);
    activate(id);
    if (again) {
      this.graph.forget(module);
    }
    try {
      for (const path of files) {
        this.graph.forget(moduleOf(path));
        if (
          (await failureOf(() => this.graph.exports(moduleOf(path)))) !==
          undefined
        ) {
          return path.replace(/\.js$/, '.ts');
        }
      }
      return undefined;
    } finally {
      activate(undefined);
      if (again) {
        this.graph.forget(module);
      }
    }
  }
}
