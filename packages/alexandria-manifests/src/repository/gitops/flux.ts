import type { GeneratedFile } from '../../GeneratedFile';
import { writeYamlDocuments } from '../../yaml';
import { paths } from '../paths';
import type { RepositoryHost } from '../../instance';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';
import { DEFAULT_BRANCH } from './branch';

/** The namespace, the repository and the Kustomization that keeps an environment as git has it. */
export function flux(
  plan: RepositoryPlan,
  host: RepositoryHost,
  environment: PlannedEnvironment,
): GeneratedFile {
  const name = `${plan.instance.name}-${environment.name}`;
  const metadata = {
    name,
    namespace: 'flux-system',
    labels: { 'backstage.io/kubernetes-id': plan.instance.name },
  };
  return {
    path: `gitops/flux/${environment.name}.yaml`,
    content: [
      `# Apply in the cluster ${environment.answers.cluster}, which runs Flux. A private repository needs a secretRef.\n`,
      writeYamlDocuments([
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name: environment.namespace,
            labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
          },
        },
        {
          apiVersion: 'source.toolkit.fluxcd.io/v1',
          kind: 'GitRepository',
          metadata,
          spec: {
            url: host.cloneUrl,
            interval: '5m',
            ref: { branch: DEFAULT_BRANCH },
          },
        },
        {
          apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
          kind: 'Kustomization',
          metadata,
          spec: {
            interval: '10m',
            path: `./${paths.overlay(environment.name)}`,
            prune: true,
            wait: true,
            timeout: '10m',
            sourceRef: { kind: 'GitRepository', name },
          },
        },
      ]),
    ].join(''),
  };
}
