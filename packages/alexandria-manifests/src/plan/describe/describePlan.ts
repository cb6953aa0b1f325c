import { code, document, list, plain, table } from '../../repository/markdown';
import type {
  ChangePlan,
  ChecklistChange,
  EnvironmentChange,
  FieldChange,
  ObjectChange,
} from '../ChangePlan';
import { conflictLines } from './conflictLines';
import { changed, inline } from './sides';
import { stepBlocks } from './steps';

const SHOWN_MAX = 40;

/** The first ones, and how many more there are. */
function some(lines: string[], what: string): string[] {
  const more = lines.length - SHOWN_MAX;
  return more <= 0
    ? lines
    : [...lines.slice(0, SHOWN_MAX), `… and ${more} more ${what}`];
}

const counted = (count: number, one: string) =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

const actions: Record<EnvironmentChange['action'], string> = {
  add: 'is added',
  remove: 'is removed',
  change: 'changes',
  none: 'stays as it is',
};

function summary(plan: ChangePlan): string {
  return list(
    ...plan.environments.map(
      ({ name, action, cluster, namespace, objects }) => {
        const count =
          objects.length === 0 ? '' : `: ${counted(objects.length, 'object')}`;
        return `${code(name)} (${code(namespace)} in ${code(cluster)}) ${
          actions[action]
        }${count}`;
      },
    ),
    plan.upgrade !== undefined &&
      `The chart goes from ${code(plan.upgrade.from)} to ${code(
        plan.upgrade.to,
      )}`,
    `${counted(plan.files.length, 'file')} of the repository`,
  );
}

function answers(changes: readonly FieldChange[]): (string | false)[] {
  return [
    changes.length > 0 && '## Answers',
    changes.length > 0 && list(...some(changes.map(changed), 'answers')),
  ];
}

function restarts(environments: readonly EnvironmentChange[]) {
  const lines = environments.flatMap(({ name, restarts: those }) =>
    those.map(({ deployment, because, strategy }) => {
      const fields = because.map(({ path }) =>
        code(path.replace('spec.template.', '')),
      );
      const effect =
        strategy === 'Recreate'
          ? 'it is away until the new pod is ready'
          : 'one pod after the other, without a gap';
      return `${code(name)}: Deployment ${code(
        deployment,
      )}, ${effect}. Because of ${some(fields.slice(0, 8), 'fields').join(
        ', ',
      )}${fields.length > 8 ? ` and ${fields.length - 8} more` : ''}.`;
    }),
  );
  return ['## What restarts', lines.length === 0 ? 'Nothing.' : list(...lines)];
}

const hazardWords = {
  immutable: '**Cannot be changed in place**',
  dataLoss: '**Data**',
  caution: 'Mind',
};

function hazards(environments: readonly EnvironmentChange[]) {
  const lines = environments.flatMap(environment =>
    environment.hazards.map(
      ({ kind, subject, message, remedy }) =>
        `${code(environment.name)}: ${hazardWords[kind]}: ${code(
          subject,
        )}: ${plain(message)}. ${plain(remedy)}.`,
    ),
  );
  return [
    lines.length > 0 && '## What to mind',
    lines.length > 0 && list(...lines),
  ];
}

const states: Record<ChecklistChange['to'], string> = {
  satisfied: 'satisfied',
  open: '**open**',
  notApplicable: 'does not apply',
  byHand: 'to be checked by hand',
};

function checklist(environments: readonly EnvironmentChange[]) {
  const rows = environments.flatMap(environment =>
    environment.checklist.map(({ title, severity, from, to, fix }) => [
      code(environment.name),
      plain(title),
      severity,
      `${from === undefined ? '' : `${states[from]} → `}${states[to]}`,
      fix === undefined ? '' : plain(fix),
    ]),
  );
  return [
    '## Production checklist',
    rows.length === 0
      ? 'Nothing changes.'
      : table(['Environment', 'Point', 'Severity', 'State', 'Fix'], rows),
  ];
}

/** A claim that is gone from the repository is kept by its policy. */
function outcome({ action, kind }: ObjectChange): string {
  if (action === 'add') {
    return '**added**';
  }
  return kind === 'PersistentVolumeClaim' ? '**left behind**' : '**removed**';
}

function objectRows(name: string, object: ObjectChange): string[][] {
  const subject = [code(name), `${object.kind} ${code(object.name)}`];
  return object.action === 'change'
    ? object.fields.map(({ path, from, to }) => [
        ...subject,
        code(path),
        inline(from),
        inline(to),
      ])
    : [[...subject, outcome(object), '', '']];
}

function objectTable(environments: readonly EnvironmentChange[]) {
  const rows = environments.flatMap(environment =>
    environment.objects.flatMap(object => objectRows(environment.name, object)),
  );
  const caveats = environments.flatMap(environment =>
    environment.caveats.map(
      caveat => `${code(environment.name)}: ${plain(caveat)}`,
    ),
  );
  const more = rows.length - 3 * SHOWN_MAX;
  return [
    '## Objects',
    rows.length === 0
      ? 'Nothing changes in any cluster.'
      : table(
          ['Environment', 'Object', 'Field', 'From', 'To'],
          rows.slice(0, 3 * SHOWN_MAX),
        ),
    more > 0 && `… and ${more} more.`,
    caveats.length > 0 && list(...caveats),
  ];
}

function handEdits({ kept, conflicts, issues }: ChangePlan) {
  return [
    kept.length > 0 && '## Edited by hand',
    kept.length > 0 &&
      list(
        ...some(
          kept.map(({ path, kind, isBaseKnown }) => {
            const merged =
              kind === 'edited'
                ? 'edited, and merged with what is new'
                : 'deleted, and not brought back';
            return `${code(path)}: ${merged}${
              isBaseKnown ? '' : '; what was generated is not known any more'
            }`;
          }),
          'files',
        ),
      ),
    conflicts.length > 0 && '## Conflicts',
    conflicts.length > 0 && conflictLines(conflicts),
    issues.length > 0 && '## Not accepted',
    issues.length > 0 &&
      list(
        ...issues.map(({ path, message, remedy }) =>
          plain(`${path} ${message}${remedy ? `. ${remedy}` : ''}`),
        ),
      ),
  ];
}

/** GitHub takes 65,536 characters. */
const LENGTH_MAX = 60_000;

/** Blocks, the first ones where all are too long. */
function bounded(...blocks: (string | false | undefined)[]): string {
  const text = document(...blocks);
  if (text.length <= LENGTH_MAX) {
    return text;
  }
  let length = 0;
  const shown = blocks.filter(block => {
    length += (block || '').length + 2;
    return length <= LENGTH_MAX;
  });
  return document(...shown, 'The rest is too long to be shown here.');
}

/**
 * The description of the pull request of a change, as Markdown: summary, what restarts, the checklist, steps, conflicts and how they
 * were decided, and a table of the objects. Never a secret.
 *
 * @public
 */
export function describePlan(plan: ChangePlan): string {
  const { environments, steps } = plan;
  return bounded(
    `Changes the Alexandria instance ${code(plan.instance)}.`,
    summary(plan),
    ...answers(plan.answerChanges),
    ...restarts(environments),
    ...hazards(environments),
    ...checklist(environments),
    steps.length > 0 && '## Steps',
    ...stepBlocks(steps),
    ...handEdits(plan),
    ...objectTable(environments),
  );
}
