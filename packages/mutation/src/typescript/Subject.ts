import type {
  Issue,
  KubernetesObject,
  KustomizeEnvironment,
  Release,
  Result,
  Values,
} from '@alexandriaproject/alexandria-manifests';
import type { ModuleGraph } from './ModuleGraph';

type Manifest = Record<string, unknown>;

/** The functions of a build of the package, each looked up anew, so that a module that is loaded again takes effect. */
export interface Subject {
  renderObjects(
    values: Values,
    release: Release,
    options?: { hooks?: boolean; tests?: boolean },
  ): KubernetesObject[];
  resolveValues(layers: readonly unknown[], release: Release): Result<Values>;
  gitopsIssues(values: Values): Issue[];
  guards: readonly { id: string }[];
  misdeclaredReads(
    guards: readonly { id: string }[],
    cases: readonly { values: Values; release: Release }[],
  ): string[];
  renderKustomize(
    environments: readonly KustomizeEnvironment[],
    base: string,
  ): { path: string; content: string }[];
  parseManifests(text: string): Manifest[];
  byIdentity(manifests: readonly object[]): Record<string, Manifest>;
  isHook(manifest: Manifest): boolean;
}

/** The module of each function. */
const modules: { [Name in keyof Subject]: string } = {
  renderObjects: 'objects',
  resolveValues: 'values/resolveValues',
  gitopsIssues: 'values/gitopsIssues',
  guards: 'values/guards',
  misdeclaredReads: 'values/guards/__testUtils__/misdeclaredReads',
  renderKustomize: 'kustomize',
  parseManifests: 'oracle/__testUtils__/manifests',
  byIdentity: 'oracle/__testUtils__/manifests',
  isHook: 'oracle/__testUtils__/manifests',
};

/** Reads the functions from a build of the package, all of which is loaded by then. */
export function subjectOf(graph: ModuleGraph): Subject {
  const subject = {};
  for (const [name, module] of Object.entries(modules)) {
    graph.exports(module);
    Object.defineProperty(subject, name, {
      get: () => graph.exports<Subject>(module)[name as keyof Subject],
    });
  }
  return subject as Subject;
}
