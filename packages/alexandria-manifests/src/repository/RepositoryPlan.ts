import { ChecklistItem, evaluateChecklist } from '../checklist';
import {
  CiKind,
  ciKindOf,
  Environment,
  Instance,
  isExposed,
  originOf,
  RepositoryHost,
  repositoryHost,
  releaseForEnvironment,
  secretNames,
  SecretNames,
  stages,
  valuesForEnvironment,
} from '../instance';
import { formatIssue } from '../result';
import { Release, resolveValues, Values, ValuesInput } from '../values';

/** One environment with all that follows from its answers. */
export interface PlannedEnvironment {
  name: string;
  answers: Environment;
  release: Release;
  namespace: string;
  /** What people open. */
  origin: string;
  /** Whether an Ingress or an HTTPRoute leads to it. */
  exposed: boolean;
  /** What differs from the chart's defaults. */
  given: ValuesInput;
  values: Values;
  checklist: ChecklistItem[];
}

/** All that the files of a repository are written from. */
export interface RepositoryPlan {
  instance: Instance;
  /** As answered. */
  environments: PlannedEnvironment[];
  /** The lowest environment, whose objects are the Kustomize base. */
  base: PlannedEnvironment;
  /** The environment that matters most: the first of the highest stage. */
  top: PlannedEnvironment;
  secrets: SecretNames;
  host?: RepositoryHost;
  ci: CiKind;
  hasHelm: boolean;
  hasKustomize: boolean;
}

function planned(instance: Instance, answers: Environment): PlannedEnvironment {
  const release = releaseForEnvironment(instance, answers.name);
  const given = valuesForEnvironment(instance, answers.name);
  const values = resolveValues([given], release);
  if (!values.ok) {
    throw new RangeError(
      `the answers were not checked by parseInstance; environment ${
        answers.name
      }: ${values.issues.map(formatIssue).join('; ')}`,
    );
  }
  return {
    name: answers.name,
    answers,
    release,
    namespace: release.namespace,
    origin: originOf(answers),
    exposed: isExposed(instance, answers),
    given,
    values: values.value,
    checklist: evaluateChecklist(values.value, release),
  };
}

/**
 * Works out everything that files are written from.
 *
 * @throws RangeError for answers that parseInstance would have refused
 */
export function planRepository(instance: Instance): RepositoryPlan {
  const environments = instance.environments.map(answers =>
    planned(instance, answers),
  );
  const rank = ({ answers }: PlannedEnvironment) =>
    stages.indexOf(answers.stage);
  const extreme = (isBetter: (a: number, b: number) => boolean) =>
    environments.reduce((best, each) =>
      isBetter(rank(each), rank(best)) ? each : best,
    );
  const host = repositoryHost(instance.repoUrl);
  const { ci, manifests } = instance.delivery;
  return {
    instance,
    environments,
    base: extreme((a, b) => a < b),
    top: extreme((a, b) => a > b),
    secrets: secretNames(instance),
    host,
    ci: ci === 'auto' ? ciKindOf(host?.host) : ci,
    hasHelm: manifests !== 'kustomize',
    hasKustomize: manifests !== 'helm',
  };
}

/** Values of an environment that stand in for those of its answers: a values file that people edited. */
export interface Layer {
  /** What differs from the chart's defaults. */
  given: ValuesInput;
  /** As resolveValues gives them. */
  values: Values;
}

/** The same repository with other values in some environments, by name. */
export function withLayers(
  plan: RepositoryPlan,
  layers: ReadonlyMap<string, Layer>,
): RepositoryPlan {
  const other = (environment: PlannedEnvironment): PlannedEnvironment => {
    const layer = layers.get(environment.name);
    return layer === undefined
      ? environment
      : {
          ...environment,
          ...layer,
          checklist: evaluateChecklist(layer.values, environment.release),
        };
  };
  return {
    ...plan,
    environments: plan.environments.map(other),
    base: other(plan.base),
    top: other(plan.top),
  };
}
