import { CHART } from '../objects/chart';
import { hasPatches } from '../repository/readRepository';
import { paths } from '../repository/paths';
import type {
  PlannedEnvironment,
  RepositoryPlan,
} from '../repository/RepositoryPlan';
import type { ChecklistChange, EnvironmentChange } from './ChangePlan';
import { hazards } from './hazards';
import type { MergedRepository } from './mergeRepository';
import { objectChanges, ownNames, pairings, restarts } from './objectChanges';
import type { Files } from './Sides';

/** Both repositories, worked out. */
export interface PlannedSides {
  before: RepositoryPlan;
  after: RepositoryPlan;
}

function checklistChanges(
  before: PlannedEnvironment | undefined,
  after: PlannedEnvironment | undefined,
): ChecklistChange[] {
  const were = new Map(
    before?.checklist.map(({ id, state }) => [id, state] as const),
  );
  return (after?.checklist ?? [])
    .filter(({ id, state }) =>
      before === undefined ? state === 'open' : were.get(id) !== state,
    )
    .map(({ id, title, severity, state, fix }) => ({
      id,
      title,
      severity,
      ...(were.has(id) ? { from: were.get(id) } : {}),
      to: state,
      ...(state === 'open' ? { fix } : {}),
    }));
}

function caveats(
  name: string,
  { after, before }: PlannedSides,
  merged: MergedRepository,
  present: Files,
  version: string,
): string[] {
  const values = paths.values(name);
  const rendered = merged.kept.filter(
    ({ path }) =>
      path.startsWith(`${paths.base}/`) ||
      path.startsWith(`${paths.overlay(name)}/`) ||
      path.startsWith(`${paths.chart}/`),
  );
  const remains = after.environments.some(each => each.name === name);
  const patches = [...present.keys()].filter(
    path =>
      path.startsWith(`${paths.overlay(name)}/patches/`) &&
      !path.endsWith('/patches/kustomization.yaml'),
  );
  return [
    ...(before.hasKustomize && remains && hasPatches(present, name)
      ? [
          `${paths.overlay(
            name,
          )}/patches changes what the values render, and is not looked into.`,
        ]
      : []),
    ...(!remains && patches.length > 0
      ? [
          `${patches.join(
            ', ',
          )} stay: people made them, and nothing uses them any more.`,
        ]
      : []),
    ...rendered.map(
      ({ path, kind }) =>
        `${path} was ${kind} by hand and stays so: what it changes is not shown.`,
    ),
    ...(merged.conflicts.some(
      ({ path, decision }) => path === values && decision === undefined,
    )
      ? [
          `${values} has conflicts that nobody decided: the objects are those of what is there today.`,
        ]
      : []),
    ...(merged.issues.some(({ path }) => path.startsWith(values))
      ? [
          `${values} is not accepted once it is merged: the objects are those of the new answers alone.`,
        ]
      : []),
    ...(merged.kept.some(
      ({ path, kind }) => path === values && kind === 'deleted',
    )
      ? [`${values} was deleted by hand, and stays so.`]
      : []),
    ...(version === CHART.version
      ? []
      : [
          `What version ${version} of the chart rendered is not known: the objects of before are those of version ${CHART.version} with the same values.`,
        ]),
  ];
}

function actionOf(
  wasThere: boolean,
  isThere: boolean,
  isChanged: boolean,
): EnvironmentChange['action'] {
  if (wasThere && isThere) {
    return isChanged ? 'change' : 'none';
  }
  return isThere ? 'add' : 'remove';
}

/** What a change means for every environment; those that are removed come last. */
export function environmentChanges(
  sides: PlannedSides,
  merged: MergedRepository,
  present: Files,
  version: string,
): EnvironmentChange[] {
  const find = ({ environments }: RepositoryPlan, name: string) =>
    environments.find(each => each.name === name);
  const names = new Set(
    [sides.after, sides.before].flatMap(({ environments }) =>
      environments.map(({ name }) => name),
    ),
  );
  return [...names].map(name => {
    const before = find(sides.before, name);
    const after = find(sides.after, name);
    const { answers, namespace } = (after ?? before) as PlannedEnvironment;
    const pairs = pairings(before, after);
    const objects = objectChanges(pairs, ownNames(before, after));
    const isElsewhere = before?.answers.cluster !== after?.answers.cluster;
    return {
      name,
      action: actionOf(
        before !== undefined,
        after !== undefined,
        objects.length > 0 || isElsewhere,
      ),
      cluster: answers.cluster,
      namespace,
      objects,
      restarts: restarts(objects, pairs),
      hazards: hazards(pairs, before, after),
      checklist: checklistChanges(before, after),
      caveats: caveats(name, sides, merged, present, version),
    };
  });
}
