import { compareInstallOrder } from '../objects/installOrder';
import { type KubernetesObject, renderObjects } from '../objects';
import { identity } from '../kustomize/identity';
import { same } from '../kustomize/jsonPatch';
import type { PlannedEnvironment } from '../repository/RepositoryPlan';
import type { FieldChange, ObjectChange, Restart } from './ChangePlan';
import { fieldChanges, type IsSecret } from './fieldChanges';

/** An object before and after; either may be missing. */
export interface Pairing {
  before?: KubernetesObject;
  after?: KubernetesObject;
}

const inNamespace = (object: KubernetesObject) =>
  `${object.metadata.namespace ?? ''}/${identity(object)}`;

const objectsOf = (environment: PlannedEnvironment | undefined) =>
  new Map(
    environment === undefined
      ? []
      : renderObjects(environment.values, environment.release).map(
          object => [inNamespace(object), object] as const,
        ),
  );

/** The objects of an environment before and after, in install order. */
export function pairings(
  before: PlannedEnvironment | undefined,
  after: PlannedEnvironment | undefined,
): Pairing[] {
  const [were, are] = [objectsOf(before), objectsOf(after)];
  return [...new Set([...were.keys(), ...are.keys()])]
    .map(key => ({ before: were.get(key), after: are.get(key) }))
    .sort((a, b) =>
      compareInstallOrder(
        (a.after ?? a.before) as KubernetesObject,
        (b.after ?? b.before) as KubernetesObject,
      ),
    );
}

/** Containers that are the chart's. */
const CHART_CONTAINER =
  /^(api|orchestrator|dashboard|config-init|llm-init-[a-z0-9-]+)$/;

/** Variables and containers of the team may hold anything, and all that a Secret holds is a secret. */
function secretIn(
  { kind }: KubernetesObject,
  own: ReadonlySet<string>,
): IsSecret {
  return path => {
    const variables = [...path.matchAll(/\.env\[name=([^\]]+)\]/g)];
    const container = /ontainers\[name=([^\]]+)\](.*)$/.exec(path);
    return (
      (kind === 'Secret' && /^(data|stringData)\b/.test(path)) ||
      variables.some(([, name]) => own.has(name)) ||
      /\.env$/.test(path) ||
      (container !== null &&
        (container[2] === ''
          ? own.size > 0
          : container[2].startsWith('.env') &&
            !CHART_CONTAINER.test(container[1])))
    );
  };
}

function change(
  { before, after }: Pairing,
  own: ReadonlySet<string>,
): ObjectChange[] {
  const object = (after ?? before) as KubernetesObject;
  if (before !== undefined && after !== undefined && same(before, after)) {
    return [];
  }
  const { apiVersion, kind, metadata } = object;
  const about = {
    apiVersion,
    kind,
    name: metadata.name,
    ...(metadata.namespace === undefined
      ? {}
      : { namespace: metadata.namespace }),
  };
  if (before === undefined || after === undefined) {
    return [
      { action: before === undefined ? 'add' : 'remove', ...about, fields: [] },
    ];
  }
  return [
    {
      action: 'change',
      ...about,
      fields: fieldChanges(before, after, secretIn(object, own)),
    },
  ];
}

/** Names of the variables that the team adds to the pods, and of its containers. */
export function ownNames(
  ...environments: (PlannedEnvironment | undefined)[]
): ReadonlySet<string> {
  return new Set(
    environments.flatMap(environment =>
      environment === undefined
        ? []
        : [
            ...Object.values(environment.values.extraEnv).flat(),
            ...environment.values.extraContainers,
          ].map(({ name }) => name),
    ),
  );
}

/** What is added, changed and removed. */
export function objectChanges(
  pairs: readonly Pairing[],
  own: ReadonlySet<string>,
): ObjectChange[] {
  return pairs.flatMap(pair => change(pair, own));
}

const TEMPLATE = 'spec.template';

/** The Deployments whose pods are replaced: those of which the pod template changes. */
export function restarts(
  changes: readonly ObjectChange[],
  pairs: readonly Pairing[],
): Restart[] {
  return changes.flatMap((object): Restart[] => {
    const because = object.fields.filter(
      ({ path }: FieldChange) =>
        path === TEMPLATE || path.startsWith(`${TEMPLATE}.`),
    );
    if (object.kind !== 'Deployment' || because.length === 0) {
      return [];
    }
    const after = pairs.find(
      pair =>
        pair.after?.kind === 'Deployment' &&
        pair.after.metadata.name === object.name,
    )?.after;
    const spec = after?.spec as { strategy?: { type?: string } } | undefined;
    return [
      {
        deployment: object.name,
        namespace: object.namespace ?? '',
        because,
        strategy:
          spec?.strategy?.type === 'Recreate' ? 'Recreate' : 'RollingUpdate',
      },
    ];
  });
}
