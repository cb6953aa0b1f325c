import { deleteClaim, uninstall } from '../repository/commands';
import { code, word } from '../repository/markdown';
import { neededSecrets } from '../repository/neededSecrets';
import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../repository/RepositoryPlan';
import { databaseSource } from '../values/facts';
import type { PlanStep } from './ChangePlan';
import { removeDefinition } from './steps';

function before({ name, values, namespace }: PlannedEnvironment): PlanStep {
  const sqlite = databaseSource(values) === 'sqlite';
  return {
    when: 'beforeMerge',
    title: `Take what is still needed out of ${name}`,
    environment: name,
    text: `Export the data with Alexandria's own export, ${
      sqlite ? 'which the volume holds' : 'or keep a backup of Postgres'
    }, and tell the people who use it.`,
    commands: [`kubectl get pvc,secret --namespace ${word(namespace)}`],
  };
}

function takeDown(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): PlanStep {
  const { name, answers } = environment;
  const hasTool = plan.instance.delivery.gitops !== 'none';
  return {
    when: 'afterMerge',
    title: `Take ${name} out of its cluster`,
    environment: name,
    text: `In the cluster ${code(answers.cluster)}.${
      hasTool
        ? ' What the GitOps tool was given is taken away first, else it puts everything back.'
        : ''
    } The claim with the data stays.`,
    commands: [
      ...(hasTool ? [removeDefinition(plan, environment)] : []),
      uninstall(plan, environment),
    ],
  };
}

function clean(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
): PlanStep {
  const { name, namespace, values } = environment;
  const secrets = neededSecrets(plan, environment).map(secret =>
    word(secret.name),
  );
  return {
    when: 'afterMerge',
    title: `Delete what ${name} leaves behind`,
    environment: name,
    text: `For good, so only when nothing in it is missed. The namespace ${code(
      namespace,
    )} itself may hold more than this.`,
    commands: [
      ...(values.persistence.enabled && values.persistence.existingClaim === ''
        ? [deleteClaim(environment)]
        : []),
      ...(secrets.length === 0
        ? []
        : [
            `kubectl delete secret ${[...new Set(secrets)].join(
              ' ',
            )} --namespace ${word(namespace)} --ignore-not-found`,
          ]),
    ],
  };
}

function outside(environments: readonly PlannedEnvironment[]): PlanStep {
  const hosts = environments
    .filter(({ exposed }) => exposed)
    .map(({ answers }) => code(answers.host));
  return {
    when: 'afterMerge',
    title: 'Clear away what is outside of the clusters',
    text: [
      ...(hosts.length === 0
        ? []
        : [`The DNS records of ${[...new Set(hosts)].join(', ')}.`]),
      'Databases in Postgres, clients at the identity providers, API keys of the LLM backends, and keys in the secret store, wherever there are such.',
    ].join(' '),
    commands: [],
  };
}

const unregister = ({ instance }: RepositoryPlan): PlanStep => ({
  when: 'afterMerge',
  title: 'Unregister it from the catalog',
  text: `Last, so that owner, links and status can be found until everything is gone: unregister ${code(
    instance.name,
  )}, then archive the repository. ${code(
    'catalog-info.yaml',
  )} stays in it until then.`,
  commands: [],
});

/** What is to be done to take environments out of service, in order. */
export function retirementSteps(
  plan: RepositoryPlan,
  environments: readonly PlannedEnvironment[],
  isWhole: boolean,
): PlanStep[] {
  return [
    ...environments.map(before),
    ...environments.map(each => takeDown(plan, each)),
    ...environments.map(each => clean(plan, each)),
    outside(environments),
    ...(isWhole ? [unregister(plan)] : []),
  ];
}
