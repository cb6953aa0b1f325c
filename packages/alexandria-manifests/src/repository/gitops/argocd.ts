import type { GeneratedFile } from '../../GeneratedFile';
import { writeYaml } from '../../yaml';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';
import type { RepositoryHost } from '../../instance';
import { paths } from '../paths';
import { RELEASE } from '../commands';
import { DEFAULT_BRANCH } from './branch';

/** The overlay where there is one, else the chart with the environment's values file. */
function source(plan: RepositoryPlan, { name }: PlannedEnvironment) {
  return plan.hasKustomize
    ? { path: paths.overlay(name) }
    : {
        path: paths.chart,
        helm: {
          releaseName: RELEASE,
          valueFiles: [`../../../${paths.values(name)}`],
        },
      };
}

/** An Application that keeps an environment as git has it. */
export function argocd(
  plan: RepositoryPlan,
  host: RepositoryHost,
  environment: PlannedEnvironment,
): GeneratedFile {
  const { name, answers, namespace } = environment;
  return {
    path: `gitops/argocd/${name}.yaml`,
    content: writeYaml(
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: {
          name: `${plan.instance.name}-${name}`,
          namespace: 'argocd',
          labels: { 'backstage.io/kubernetes-id': plan.instance.name },
        },
        spec: {
          project: 'default',
          source: {
            repoURL: host.cloneUrl,
            targetRevision: DEFAULT_BRANCH,
            ...source(plan, environment),
          },
          destination: { name: answers.cluster, namespace },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ['CreateNamespace=true'],
          },
        },
      },
      {
        header: [
          "Apply in the cluster that runs Argo CD. The cluster's name is the one that Argo CD knows it by.",
          'Needs annotation tracking (the default since Argo CD 3.0): label tracking overwrites app.kubernetes.io/instance,',
          'which the Service and the Deployment select by.',
        ].join('\n'),
      },
    ),
  };
}
