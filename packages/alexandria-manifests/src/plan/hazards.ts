import { same } from '../kustomize/jsonPatch';
import type { KubernetesObject } from '../objects';
import type { PlannedEnvironment } from '../repository/RepositoryPlan';
import { databaseSource, replicasAtMost } from '../values/facts';
import { amount } from '../values/guards/resources';
import { valueAt } from '../values/path';
import type { Hazard } from './ChangePlan';
import type { Pairing } from './objectChanges';

type Environments = { before: PlannedEnvironment; after: PlannedEnvironment };

const nameOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.name}`;

interface ClaimSpec {
  accessModes: string[];
  storageClassName?: string;
  resources: { requests: { storage: string } };
}

const NEW_CLAIM =
  'Make a new claim, copy the data into it, and name it in persistence.existingClaim; the README has the steps';

/** A claim is immutable but for its size, and that can only grow (Kubernetes, PersistentVolumeClaim validation). */
function claim(before: KubernetesObject, after: KubernetesObject): Hazard[] {
  const [was, is] = [before.spec as ClaimSpec, after.spec as ClaimSpec];
  const subject = nameOf(after);
  const [from, to] = [was, is].map(
    ({ resources }) => resources.requests.storage,
  );
  return [
    ...(same(was.accessModes, is.accessModes)
      ? []
      : [
          {
            kind: 'immutable' as const,
            subject,
            message: `the access mode of a claim cannot change, from ${was.accessModes.join()} to ${is.accessModes.join()}`,
            remedy: NEW_CLAIM,
          },
        ]),
    ...(was.storageClassName === is.storageClassName
      ? []
      : [
          {
            kind: 'immutable' as const,
            subject,
            message: 'the storage class of a claim cannot change',
            remedy: NEW_CLAIM,
          },
        ]),
    ...(amount(to) < amount(from)
      ? [
          {
            kind: 'immutable' as const,
            subject,
            message: `a claim cannot shrink, from ${from} to ${to}`,
            remedy: `Leave the size at ${from}, or make a smaller claim and copy the data`,
          },
        ]
      : []),
    ...(amount(to) > amount(from)
      ? [
          {
            kind: 'caution' as const,
            subject,
            message: `the claim grows from ${from} to ${to}, which only a storage class with allowVolumeExpansion admits, and which cannot be undone`,
            remedy:
              'Check with kubectl get storageclass; without it make a new claim and copy the data',
          },
        ]
      : []),
  ];
}

const IMMUTABLE: Record<string, string[][]> = {
  Deployment: [['spec', 'selector']],
  RoleBinding: [['roleRef']],
  ClusterRoleBinding: [['roleRef']],
};

function immutable({ before, after }: Pairing): Hazard[] {
  if (before === undefined || after === undefined) {
    return [];
  }
  if (after.kind === 'PersistentVolumeClaim') {
    return claim(before, after);
  }
  return (IMMUTABLE[after.kind] ?? [])
    .filter(path => !same(valueAt(before, path), valueAt(after, path)))
    .map(path => ({
      kind: 'immutable' as const,
      subject: nameOf(after),
      message: `${path.join('.')} cannot change`,
      remedy: `Delete the ${after.kind} first; it is made anew`,
    }));
}

function leftClaim({ before, after }: Pairing): Hazard[] {
  return before?.kind === 'PersistentVolumeClaim' && after === undefined
    ? [
        {
          kind: 'dataLoss',
          subject: nameOf(before),
          message:
            'the claim is no longer used: it is kept with its data, and the pods do not see it',
          remedy:
            'Copy what is needed into the new volume, and delete the claim when nothing is missed',
        },
      ]
    : [];
}

function place({ before, after }: Environments): Hazard[] {
  const moved = [
    ...(before.answers.cluster === after.answers.cluster
      ? []
      : [`cluster ${after.answers.cluster}`]),
    ...(before.namespace === after.namespace
      ? []
      : [`namespace ${after.namespace}`]),
  ];
  return moved.length === 0
    ? []
    : [
        {
          kind: 'dataLoss',
          subject: 'PersistentVolumeClaim/alexandria-data',
          message: `the environment moves to ${moved.join(
            ' and ',
          )}, where it starts empty; what runs now stays until it is removed`,
          remedy:
            'Copy the data, create the secrets there, and remove the old place afterwards',
        },
      ];
}

function domain({ before, after }: Environments): Hazard[] {
  const [from, to] = [before, after].map(
    ({ values }) => values.config.webauthn.rpId,
  );
  return from === to || from === ''
    ? []
    : [
        {
          kind: 'dataLoss',
          subject: 'config.webauthn.rpId',
          message: `passkeys made for ${from} do not work on ${
            to === '' ? 'another name' : to
          } and cannot be moved`,
          remedy:
            'Tell people to make new passkeys, and see that the administrator can sign in otherwise',
        },
      ];
}

function database({ before, after }: Environments): Hazard[] {
  const [from, to] = [before, after].map(({ values }) =>
    databaseSource(values) === 'sqlite' ? 'SQLite' : 'Postgres',
  );
  return from === to
    ? []
    : [
        {
          kind: 'dataLoss',
          subject: 'config.database',
          message: `the database becomes ${to}, and nothing moves what is in ${from}`,
          remedy:
            'Export it before, and import it afterwards, as the steps say',
        },
      ];
}

function persistence({ before, after }: Environments): Hazard[] {
  return before.values.persistence.enabled && !after.values.persistence.enabled
    ? [
        {
          kind: 'dataLoss',
          subject: 'persistence.enabled',
          message: 'without a volume every restart loses what was stored',
          remedy: 'Leave persistence on wherever data matters',
        },
      ]
    : [];
}

function scaling({ before, after }: Environments): Hazard[] {
  return !before.values.autoscaling.enabled &&
    after.values.autoscaling.enabled &&
    replicasAtMost(before.values) > 1
    ? [
        {
          kind: 'caution',
          subject: 'autoscaling.enabled',
          message:
            'switching the autoscaler on drops to one pod first, since the number is its own from then on',
          remedy: 'Do it when one pod carries the load',
        },
      ]
    : [];
}

function backends({ before, after }: Environments): Hazard[] {
  const left = new Set(after.values.llmBackends.map(({ name }) => name));
  return before.values.llmBackends
    .filter(({ name }) => !left.has(name))
    .map(({ name }) => ({
      kind: 'caution' as const,
      subject: `llmBackends[name=${name}]`,
      message: 'a backend that is removed stays registered',
      remedy: 'Remove it in the dashboard as well',
    }));
}

/**
 * What an API server refuses, and what is lost.
 *
 * @param pairs - the objects of both
 */
export function hazards(
  pairs: readonly Pairing[],
  before: PlannedEnvironment | undefined,
  after: PlannedEnvironment | undefined,
): Hazard[] {
  if (before === undefined) {
    return [];
  }
  if (after === undefined) {
    return pairs.flatMap(leftClaim);
  }
  const both = { before, after };
  const moved = place(both);
  return [
    ...pairs.flatMap(immutable),
    ...(moved.length > 0 ? moved : pairs.flatMap(leftClaim)),
    ...[domain, database, persistence, scaling, backends].flatMap(rule =>
      rule(both),
    ),
  ];
}
