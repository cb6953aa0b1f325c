import { same } from '../kustomize/jsonPatch';
import {
  createNamespace,
  helmUpgrade,
  kustomizeApply,
  RELEASE,
  rolloutStatus,
  uninstall,
} from '../repository/commands';
import { code, word } from '../repository/markdown';
import { neededSecrets, type NeededSecret } from '../repository/neededSecrets';
import { paths } from '../repository/paths';
import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../repository/RepositoryPlan';
import { secretCommandsOf } from '../repository/secretCommands';
import { databaseSource } from '../values/facts';
import type { EnvironmentChange, PlanStep } from './ChangePlan';
import type { PlannedSides } from './environmentChanges';

interface Change {
  sides: PlannedSides;
  change: EnvironmentChange;
  before?: PlannedEnvironment;
  after?: PlannedEnvironment;
}

type Rule = (change: Change) => PlanStep[];

const flag = ({ namespace }: PlannedEnvironment) =>
  `--namespace ${word(namespace)}`;

const isSqlite = ({ values }: PlannedEnvironment) =>
  databaseSource(values) === 'sqlite';

/** The one that is left, and the one that is taken instead. */
const databases = (before: PlannedEnvironment) =>
  isSqlite(before) ? ['SQLite', 'Postgres'] : ['Postgres', 'SQLite'];

const hasMoved = (before: PlannedEnvironment, after: PlannedEnvironment) =>
  before.namespace !== after.namespace ||
  before.answers.cluster !== after.answers.cluster;

/** Of the Secrets that are needed those that were not, with only the keys that are new. */
function newSecrets(was: NeededSecret[], is: NeededSecret[]): NeededSecret[] {
  return is.flatMap((secret): NeededSecret[] => {
    const old = was.find(
      each => each.name === secret.name && each.kind === secret.kind,
    );
    if (old === undefined) {
      return [secret];
    }
    if (secret.kind !== 'generic' || old.kind !== 'generic') {
      return same(old, secret) ? [] : [secret];
    }
    const keys = secret.keys.filter(
      ({ key }) => !old.keys.some(each => each.key === key),
    );
    return keys.length === 0 ? [] : [{ ...secret, keys }];
  });
}

const secrets: Rule = ({ sides, before, after }) => {
  if (after === undefined) {
    return [];
  }
  const isNew = before === undefined || hasMoved(before, after);
  const needed = newSecrets(
    isNew ? [] : neededSecrets(sides.before, before),
    neededSecrets(sides.after, after),
  );
  const external =
    sides.after.instance.secrets.source === 'externalSecrets' &&
    (isNew ||
      !same(before.values.externalSecrets, after.values.externalSecrets));
  return [
    ...(isNew
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Create the namespace ${after.namespace}`,
            environment: after.name,
            text: `In the cluster ${code(after.answers.cluster)}.`,
            commands: createNamespace(after),
          },
        ]
      : []),
    ...(needed.length > 0
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Create what ${after.name} reads from Secrets`,
            environment: after.name,
            text: `${needed
              .map(({ name, what }) => `${code(name)}: ${what}`)
              .join('; ')}. The commands ask for what only a person knows.`,
            commands: needed.flatMap(secret =>
              secretCommandsOf(secret, after, isNew),
            ),
          },
        ]
      : []),
    ...(external
      ? [
          {
            when: 'beforeMerge' as const,
            title: `Put the new keys of ${after.name} into the store`,
            environment: after.name,
            text: `${code(
              'docs/secrets.md',
            )} of the new version lists the keys. Without them the Secret is not written and the pods do not start.`,
            commands: [],
          },
        ]
      : []),
  ];
};

const host: Rule = ({ before, after }) =>
  after === undefined ||
  !after.exposed ||
  (before?.exposed && before.origin === after.origin)
    ? []
    : [
        {
          when: 'beforeMerge',
          title: `Point ${after.answers.host} at the cluster`,
          environment: after.name,
          text: `A DNS record to the address of the ingress or gateway of ${code(
            after.answers.cluster,
          )}. Identity providers have to know the new address too.`,
          commands: [],
        },
      ];

const postgres: Rule = ({ before, after }) =>
  after === undefined ||
  isSqlite(after) ||
  (before !== undefined && !isSqlite(before))
    ? []
    : [
        {
          when: 'beforeMerge',
          title: `Create the database of ${after.name} in Postgres`,
          environment: after.name,
          text: 'An empty database, and a user that owns it. Its URL goes into the Secret and nowhere else.',
          commands: [],
        },
      ];

/** An export is the only way out of one database and into the other; docs/assumptions.md has that it exists. */
const database: Rule = ({ sides, before, after }) => {
  if (
    before === undefined ||
    after === undefined ||
    isSqlite(before) === isSqlite(after)
  ) {
    return [];
  }
  const [from] = databases(before);
  const stop = `kubectl scale deployment/${RELEASE} ${flag(
    before,
  )} --replicas 0`;
  const hasTool = sides.before.instance.delivery.gitops !== 'none';
  return [
    {
      when: 'beforeMerge',
      title: `Export what is in ${from}, and stop the pods`,
      environment: after.name,
      text: `With Alexandria's own export, into a file that you keep until everything is seen to be there. What is written after the export is lost, so nothing may write any more.${
        hasTool
          ? ' Suspend the GitOps tool first, or it starts the pods again.'
          : ''
      }`,
      commands: [stop],
    },
  ];
};

/** chart.md, section 5: the claim is immutable, so a new one takes over. */
const volume: Rule = ({ change, after }) => {
  const stuck = change.hazards.filter(
    ({ kind, subject }) =>
      kind === 'immutable' && subject.startsWith('PersistentVolumeClaim/'),
  );
  if (after === undefined || stuck.length === 0) {
    return [];
  }
  const { persistence } = after.values;
  return [
    {
      when: 'beforeMerge',
      title: 'Move the data to a claim of the new kind',
      environment: after.name,
      text: [
        `The present claim cannot change: ${stuck
          .map(({ message }) => message)
          .join('; ')}.`,
        `Create a claim ${code(`${RELEASE}-data-new`)} with ${code(
          persistence.accessMode,
        )} and ${code(persistence.size)}, stop the pods, and copy ${code(
          `${RELEASE}-data`,
        )} into it with a pod that mounts both.`,
        `Then name it in ${code('persistence.existingClaim')} of ${code(
          paths.values(after.name),
        )}, in the branch of this pull request, and plan again: the claim then is no object of the chart any more.`,
      ].join(' '),
      commands: [
        `kubectl scale deployment/${RELEASE} ${flag(after)} --replicas 0`,
      ],
    },
  ];
};

function applying(
  plan: RepositoryPlan,
  environment: PlannedEnvironment,
  isNew: boolean,
): string[] {
  const { gitops } = plan.instance.delivery;
  if (gitops !== 'none') {
    return isNew
      ? [`kubectl apply -f gitops/${gitops}/${environment.name}.yaml`]
      : [];
  }
  return [
    plan.hasHelm ? helmUpgrade(environment) : kustomizeApply(environment),
    rolloutStatus(environment),
  ];
}

const apply: Rule = ({ sides, change, before, after }) => {
  if (after === undefined || change.action === 'none') {
    return [];
  }
  const isNew =
    before === undefined ||
    sides.before.instance.delivery.gitops !==
      sides.after.instance.delivery.gitops;
  const commands = applying(sides.after, after, isNew);
  return commands.length === 0
    ? []
    : [
        {
          when: 'afterMerge',
          title: `Apply ${after.name}`,
          environment: after.name,
          text: `In the cluster ${code(after.answers.cluster)}.`,
          commands,
        },
      ];
};

const importing: Rule = ({ before, after }) => {
  if (
    before === undefined ||
    after === undefined ||
    isSqlite(before) === isSqlite(after)
  ) {
    return [];
  }
  const [from, to] = databases(before);
  return [
    {
      when: 'afterMerge',
      title: `Import it into ${to}`,
      environment: after.name,
      text: `Once the pods run on ${to}, with Alexandria's own import. Then sign in, and see that agents, queries and people are there. Until then the way back is to revert the pull request: ${
        from === 'SQLite'
          ? `the SQLite database is still on the volume ${code(
              before.values.persistence.existingClaim || `${RELEASE}-data`,
            )}.`
          : 'Postgres still has everything.'
      }`,
      commands: [rolloutStatus(after)],
    },
  ];
};

const leave: Rule = ({ sides, before, after }) => {
  if (
    before === undefined ||
    (after !== undefined && !hasMoved(before, after))
  ) {
    return [];
  }
  const { gitops } = sides.before.instance.delivery;
  return [
    {
      when: 'afterMerge',
      title:
        after === undefined
          ? `Take ${before.name} out of its cluster`
          : `Remove ${before.name} from where it was`,
      environment: before.name,
      text: `In the cluster ${code(before.answers.cluster)}.${
        gitops === 'none'
          ? ''
          : ' What the GitOps tool was given is taken away first, else it puts everything back.'
      } The claim with the data stays.`,
      commands: [
        ...(gitops === 'none' ? [] : [removeDefinition(sides.before, before)]),
        uninstall(sides.before, before),
      ],
    },
  ];
};

/** The definition is gone from git by then, so it is named. */
export function removeDefinition(
  { instance }: RepositoryPlan,
  { name }: PlannedEnvironment,
): string {
  const definition = word(`${instance.name}-${name}`);
  return instance.delivery.gitops === 'argocd'
    ? `kubectl delete application.argoproj.io ${definition} --namespace argocd`
    : `kubectl delete kustomization.kustomize.toolkit.fluxcd.io,gitrepository.source.toolkit.fluxcd.io ${definition} --namespace flux-system`;
}

const rules: readonly Rule[] = [
  postgres,
  secrets,
  host,
  volume,
  database,
  apply,
  importing,
  leave,
];

/** What is to be done by hand for a change: before the merge, then after it. */
export function steps(
  sides: PlannedSides,
  environments: readonly EnvironmentChange[],
): PlanStep[] {
  const find = (plan: RepositoryPlan, name: string) =>
    plan.environments.find(each => each.name === name);
  const all = environments.flatMap(change => {
    const about: Change = {
      sides,
      change,
      before: find(sides.before, change.name),
      after: find(sides.after, change.name),
    };
    return rules.flatMap(rule => rule(about));
  });
  return (['beforeMerge', 'afterMerge'] as const).flatMap(when =>
    all.filter(step => step.when === when),
  );
}
