import { parseDocument } from 'yaml';
import { isTeamOwned, paths } from '../repository/paths';
import { readRecord, type RepositoryRecord } from '../repository/readRecord';
import type { Issue, Result } from '../result';
import type { PlannedFile } from './ChangePlan';
import { losses } from './losses';
import { planChange } from './planChange';
import { retirementSteps } from './retirementSteps';
import type { RetirementInput, RetirementPlan } from './RetirementPlan';
import { Bases, Files, presentSide } from './Sides';

const CATALOG = 'catalog-info.yaml';

const fail = (issues: Issue[]): Result<never> => ({
  ok: false,
  issues,
  warnings: [],
});

/** What describes an instance stays until it is unregistered; what deploys it goes. */
const describes = (path: string) =>
  ['README.md', 'CODEOWNERS', 'mkdocs.yml', CATALOG].includes(path) ||
  path.startsWith('docs/');

/** What belongs to nothing but the deployment, whoever made it. */
const deploys = (path: string) =>
  path.startsWith(`${paths.base}/`) ||
  path.startsWith(`${paths.chart}/`) ||
  path.startsWith('k8s/overlays/');

/** The Component is marked as going, and nothing else of the file is touched. */
function deprecated(text: string): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) {
    return text;
  }
  if (document.getIn(['kind']) === 'Component') {
    document.setIn(['spec', 'lifecycle'], 'deprecated');
  }
  return document.toString({ lineWidth: 0 });
}

function withdrawn(files: Files, generated: ReadonlySet<string>) {
  const gone = [...files.keys()]
    .filter(path => !describes(path) && (generated.has(path) || deploys(path)))
    .map(
      (path): PlannedFile => ({
        path,
        action: 'remove',
        origin: 'generated',
      }),
    );
  const catalog = files.get(CATALOG);
  const marked = catalog === undefined ? undefined : deprecated(catalog);
  return [
    ...gone,
    ...(marked === undefined || marked === catalog
      ? []
      : [
          {
            path: CATALOG,
            action: 'change' as const,
            content: marked,
            origin: 'merged' as const,
          },
        ]),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function unknownEnvironments(
  { instance }: RepositoryRecord,
  names: readonly string[],
): Issue[] {
  const known = instance.environments.map(({ name }) => name);
  return names
    .filter(name => !known.includes(name))
    .map(name => ({
      path: 'environments',
      message: 'names an environment that there is not',
      given: JSON.stringify(name),
      remedy: `Name one of ${known.join(', ')}`,
    }));
}

/**
 * Plans to take an instance, or some of its environments, out of service: what the pull request removes from the repository, what
 * is lost with it, and what to do in which order.
 *
 * Refused are environments that there are not, and repositories that planChange would refuse.
 *
 * @public
 */
export function planRetirement({
  files,
  environments,
  decisions,
}: RetirementInput): Result<RetirementPlan> {
  const record = readRecord(files);
  if (!record.ok) {
    return record;
  }
  const { instance } = record.value;
  const names = environments ?? instance.environments.map(({ name }) => name);
  const unknown = unknownEnvironments(record.value, names);
  if (unknown.length > 0 || names.length === 0) {
    return fail(
      unknown.length > 0
        ? unknown
        : [{ path: 'environments', message: 'must name at least one' }],
    );
  }
  const present = presentSide(record.value, files);
  const { plan } = present;
  const going = plan.environments.filter(({ name }) => names.includes(name));
  const isWhole = going.length === plan.environments.length;
  const rest = {
    instance: instance.name,
    isWhole,
    environments: going.map(({ name }) => name),
    losses: going.flatMap(environment => losses(plan, environment)),
    steps: retirementSteps(plan, going, isWhole),
  };
  if (!isWhole) {
    const change = planChange({
      files,
      answers: {
        ...instance,
        environments: instance.environments.filter(
          ({ name }) => !names.includes(name),
        ),
      },
      decisions,
    });
    if (!change.ok) {
      return change;
    }
    const overlays = going.map(({ name }) => `${paths.overlay(name)}/`);
    const removed = new Set(change.value.files.map(({ path }) => path));
    const handMade = [...files.keys()].filter(
      path =>
        overlays.some(folder => path.startsWith(folder)) && !removed.has(path),
    );
    const conflicted = new Set(change.value.conflicts.map(({ path }) => path));
    const left = handMade.filter(path => !conflicted.has(path));
    return {
      ok: true,
      value: {
        ...rest,
        files: [
          ...change.value.files,
          ...left.map(
            (path): PlannedFile => ({
              path,
              action: 'remove',
              origin: 'merged',
            }),
          ),
        ].sort((a, b) => (a.path < b.path ? -1 : 1)),
        handMade: left,
        conflicts: change.value.conflicts,
        issues: change.value.issues,
      },
      warnings: change.warnings,
    };
  }
  const generated = new Set([
    ...present.pure.keys(),
    ...Object.keys(record.value.hashes),
  ]);
  const bases = new Bases(record.value, files, present.pure);
  const removed = withdrawn(files, generated);
  return {
    ok: true,
    value: {
      ...rest,
      files: removed,
      handMade: removed
        .filter(
          ({ path, action }) =>
            action === 'remove' &&
            (!generated.has(path) ||
              (isTeamOwned(path) && bases.of(path) !== files.get(path))),
        )
        .map(({ path }) => path),
      conflicts: [],
      issues: [],
    },
    warnings: [],
  };
}
