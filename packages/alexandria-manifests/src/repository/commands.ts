import { renderObjects } from '../objects';
import { word } from './markdown';
import { paths } from './paths';
import type { PlannedEnvironment, RepositoryPlan } from './RepositoryPlan';

/** Every instance is installed under this release name. */
export const RELEASE = 'alexandria';

const namespaceFlag = ({ namespace }: { namespace: string }) =>
  `--namespace ${word(namespace)}`;

/** A shell command over several lines, as one types it. */
export function wrapped(...parts: string[]): string {
  return parts.join(' \\\n  ');
}

/** The namespace, with Pod Security as strict as the pods already are. */
export function createNamespace({ namespace }: PlannedEnvironment): string[] {
  return [
    `kubectl create namespace ${word(namespace)}`,
    `kubectl label namespace ${word(
      namespace,
    )} pod-security.kubernetes.io/enforce=restricted`,
  ];
}

/**
 * The command that installs an environment from its repository, and upgrades it to whatever the files say, over several
 * lines. No reuse flag: reused values survive their deletion.
 *
 * @param environment - its name and its namespace
 * @param flags - further ones, after the values
 *
 * @public
 */
export function helmUpgrade(
  environment: { name: string; namespace: string },
  ...flags: string[]
): string {
  return wrapped(
    `helm upgrade --install ${RELEASE} ${paths.chart}`,
    namespaceFlag(environment),
    `--values ${paths.values(environment.name)}`,
    ...flags,
  );
}

export function helmDryRun(environment: PlannedEnvironment): string {
  return helmUpgrade(environment, '--dry-run=server --hide-secret');
}

export function kustomizeApply({ name }: PlannedEnvironment): string {
  return `kubectl apply --server-side -k ${paths.overlay(name)}`;
}

export function kustomizeDiff({ name }: PlannedEnvironment): string {
  return `kubectl diff --server-side -k ${paths.overlay(name)}`;
}

export function rolloutStatus(environment: PlannedEnvironment): string {
  return `kubectl rollout status deployment/${RELEASE} ${namespaceFlag(
    environment,
  )}`;
}

export function portForward({ namespace, values }: PlannedEnvironment): string {
  return `kubectl port-forward --namespace ${word(
    namespace,
  )} service/${RELEASE} 8080:${values.service.port}`;
}

const SELECTOR = `--selector app.kubernetes.io/name=alexandria-ee,app.kubernetes.io/instance=${RELEASE}`;

/** What kubectl calls the kinds of an environment's objects, but for the claim: those of custom resources with their group. */
function kindsToDelete({ values, release }: PlannedEnvironment): string {
  const kinds = renderObjects(values, release)
    .filter(({ kind }) => kind !== 'PersistentVolumeClaim')
    .map(({ apiVersion, kind }) => {
      const [group] = apiVersion.split('/');
      const name = kind.toLowerCase();
      return group.includes('.') && !group.endsWith('.k8s.io')
        ? `${name}.${group}`
        : name;
    });
  return [...new Set(kinds)].join(',');
}

/** Takes an environment out of its cluster. The claim stays. */
export function uninstall(
  { hasHelm, instance }: RepositoryPlan,
  environment: PlannedEnvironment,
): string {
  const namespace = namespaceFlag(environment);
  return hasHelm && instance.delivery.gitops === 'none'
    ? `helm uninstall ${RELEASE} ${namespace}`
    : `kubectl delete ${kindsToDelete(environment)} ${namespace} ${SELECTOR}`;
}

/** Deletes the data of an environment for good. */
export function deleteClaim(environment: PlannedEnvironment): string {
  return `kubectl delete pvc ${RELEASE}-data ${namespaceFlag(environment)}`;
}
