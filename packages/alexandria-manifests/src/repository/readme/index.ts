import type { GeneratedFile } from '../../GeneratedFile';
import { checklistLines } from '../docs/checklistLines';
import { code, document, list, plain } from '../markdown';
import { paths } from '../paths';
import type { RepositoryPlan } from '../RepositoryPlan';
import { choices, environmentTable } from './choices';
import { dayTwo } from './dayTwo';
import { deploy } from './deploy';

function contents({ hasHelm, hasKustomize, instance }: RepositoryPlan) {
  return list(
    hasHelm && `${code('values-<environment>.yaml')}: what each environment is`,
    hasHelm && `${code(`${paths.chart}/`)}: the Helm chart, as it was reviewed`,
    hasKustomize &&
      `${code(`${paths.base}/`)} and ${code(
        'k8s/overlays/',
      )}: the same as Kustomize manifests`,
    instance.delivery.gitops !== 'none' &&
      `${code(
        `gitops/${instance.delivery.gitops}/`,
      )}: what the GitOps tool is given`,
    `${code('catalog-info.yaml')}, ${code(
      'docs/',
    )}: the catalog entity and its documentation`,
    `${code(paths.instance)}: the answers that all of this was generated from`,
  );
}

/** Written for the team that gets the repository. */
export function readme(plan: RepositoryPlan): GeneratedFile {
  const { instance, environments, top } = plan;
  return {
    path: 'README.md',
    content: document(
      `# ${instance.name}`,
      instance.description !== '' && plain(instance.description),
      `An instance of Alexandria EE, owned by ${code(
        instance.owner,
      )}: API, orchestrator and dashboard in one pod, on Kubernetes.`,
      environmentTable(plan),
      choices(plan),
      contents(plan),
      '## Deploying it',
      'Clone this repository, and run the commands from its root.',
      ...environments.flatMap(environment => deploy(plan, environment)),
      ...dayTwo(plan),
      '## Production checklist',
      `For ${top.name}, ticked where the values satisfy it. [docs/production-checklist.md](docs/production-checklist.md) has every environment, and why.`,
      checklistLines(top.checklist),
    ),
  };
}
