import {
  createNamespace,
  helmDryRun,
  helmUpgrade,
  kustomizeApply,
  kustomizeDiff,
  portForward,
  rolloutStatus,
} from '../commands';
import { code, shell } from '../markdown';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';
import { secretCommands } from '../secretCommands';

function secrets(plan: RepositoryPlan, environment: PlannedEnvironment) {
  const commands = secretCommands(plan, environment);
  const external = plan.instance.secrets.source === 'externalSecrets';
  return [
    ...(external
      ? [
          `Put the keys that [docs/secrets.md](docs/secrets.md#${
            environment.name
          }) lists into the store ${code(plan.instance.secrets.store.name)}.`,
        ]
      : []),
    ...(commands.length === 0
      ? []
      : ['Create the secrets:', shell(...commands)]),
  ];
}

function withHelm(environment: PlannedEnvironment) {
  return [
    'With Helm: first see what the cluster would take.',
    shell(helmDryRun(environment)),
    'Then install. The same command upgrades later.',
    shell(helmUpgrade(environment)),
  ];
}

function withKustomize(environment: PlannedEnvironment) {
  return [
    'With Kustomize: first see what would change. This ends with exit code 1 when something would.',
    shell(kustomizeDiff(environment)),
    'Then apply it. The same command upgrades later.',
    shell(kustomizeApply(environment)),
  ];
}

function withGitops(plan: RepositoryPlan, { name }: PlannedEnvironment) {
  const tool = plan.instance.delivery.gitops;
  return tool === 'argocd'
    ? [
        'Hand it to Argo CD, in the cluster that runs it. From then on what is in git is what runs:',
        shell(`kubectl apply -f gitops/argocd/${name}.yaml`),
      ]
    : [
        'Hand it to Flux. From then on what is in git is what runs:',
        shell(`kubectl apply -f gitops/flux/${name}.yaml`),
      ];
}

function means(plan: RepositoryPlan, environment: PlannedEnvironment) {
  if (plan.instance.delivery.gitops !== 'none') {
    return withGitops(plan, environment);
  }
  return [
    ...(plan.hasHelm ? withHelm(environment) : []),
    ...(plan.hasKustomize ? withKustomize(environment) : []),
  ];
}

function openIt(environment: PlannedEnvironment): string[] {
  return environment.answers.host === ''
    ? [
        `Open ${environment.origin} while this runs:`,
        shell(portForward(environment)),
      ]
    : [`Open ${environment.origin}.`];
}

/** From an empty namespace to a page that opens, for one environment. */
export function deploy(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): string[] {
  return [
    `### ${environment.name}`,
    `With kubectl on the cluster ${code(
      environment.answers.cluster,
    )}, create the namespace:`,
    shell(...createNamespace(environment)),
    ...secrets(plan, environment),
    ...means(plan, environment),
    'Wait until it is there:',
    shell(rolloutStatus(environment)),
    ...openIt(environment),
  ];
}
