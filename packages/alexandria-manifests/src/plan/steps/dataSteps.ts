import { RELEASE, rolloutStatus } from '../../repository/commands';
import { code, word } from '../../repository/markdown';
import { paths } from '../../repository/paths';
import type { PlannedEnvironment } from '../../repository/RepositoryPlan';
import { databaseSource } from '../../values/facts';
import type { StepRule } from './StepRule';

const flag = ({ namespace }: PlannedEnvironment) =>
  `--namespace ${word(namespace)}`;

const isSqlite = ({ values }: PlannedEnvironment) =>
  databaseSource(values) === 'sqlite';

/** The one that is left, and the one that is taken instead. */
const databases = (before: PlannedEnvironment) =>
  isSqlite(before) ? ['SQLite', 'Postgres'] : ['Postgres', 'SQLite'];

/** A database that is there before anything names it. */
export const postgres: StepRule = ({ before, after }) =>
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
export const database: StepRule = ({ sides, before, after }) => {
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

/** What comes out of one database goes into the other. */
export const importing: StepRule = ({ before, after }) => {
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

/** chart.md, section 5: the claim is immutable, so a new one takes over. */
export const volume: StepRule = ({ change, after }) => {
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
