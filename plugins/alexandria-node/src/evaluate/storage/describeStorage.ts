import {
  Health,
  healthSchema,
  StorageStatus,
  VolumeClaimStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { healthOf } from '../health/objectHealth';
import { conditionsOf } from '../objects/conditions';
import type { KubernetesObject } from '../objects/KubernetesObject';
import {
  isRecord,
  Json,
  listAt,
  recordsAt,
  textAt,
  timestamp,
  valueAt,
} from '../objects/read';
import { eachContainer } from '../pods/eachContainer';
import { quoted, withMessage } from '../texts';
import { claimAbsence, claimsOf } from './claims';
import {
  isOverdue,
  provisioningFailure,
  waitsForConsumer,
} from './provisioning';

/** The volume that holds what must not be lost; the chart makes it an emptyDir where persistence is off. */
const DATA = 'data';

type Said = Pick<VolumeClaimStatus, 'presence' | 'health' | 'sentence'>;

const textsOf = (json: Json, ...path: string[]) =>
  listAt(json, ...path).filter(
    (text): text is string => typeof text === 'string',
  );

function pending(context: DeploymentContext, claim: KubernetesObject): Said {
  const failure = provisioningFailure(context, claim);
  const overdue = failure !== undefined || isOverdue(context, claim);
  const waits =
    !overdue && waitsForConsumer(context, claim)
      ? 'It waits for the first pod that uses it'
      : 'No volume has been bound to it';
  return {
    presence: 'present',
    health: overdue ? 'Degraded' : 'Progressing',
    sentence: withMessage(
      failure === undefined ? waits : `It gets no volume, ${failure.reason}`,
      failure?.message ?? '',
    ),
  };
}

/** Conditions of a claim whose size is being changed. */
const RESIZING: Readonly<Record<string, string>> = {
  Resizing: 'It is being enlarged',
  FileSystemResizePending: 'It is enlarged once a pod mounts it anew',
  ControllerResizeError: 'It could not be enlarged',
  NodeResizeError: 'It could not be enlarged',
};

function bound({ json }: KubernetesObject): Said {
  const change = conditionsOf(json).find(
    ({ type, status }) => status === 'True' && Object.hasOwn(RESIZING, type),
  );
  const facts = [
    textAt(json, 'status', 'capacity', 'storage'),
    ...textsOf(json, 'status', 'accessModes'),
  ].filter(fact => fact !== '');
  return {
    presence: 'present',
    health: 'Healthy',
    sentence: `${withMessage('It is bound', facts.join(', '))}${
      change === undefined
        ? ''
        : ` ${withMessage(RESIZING[change.type], change.message)}`
    }`,
  };
}

function known(context: DeploymentContext, claim: KubernetesObject): Said {
  switch (textAt(claim.json, 'status', 'phase')) {
    case 'Pending':
      return pending(context, claim);
    case 'Bound':
      return bound(claim);
    default: {
      const { health, reason, message } = healthOf(claim, context.now);
      return {
        presence: 'present',
        health,
        sentence: withMessage(message || reason, ''),
      };
    }
  }
}

/** What is to be said of a claim that is not at hand. */
function inferred(context: DeploymentContext, name: string): Said {
  const absence = claimAbsence(context, name);
  if (absence !== undefined) {
    return {
      presence: 'absent',
      health: 'Missing',
      sentence: withMessage('The namespace has no such claim', absence),
    };
  }
  const isMounted = [...eachContainer(context)].some(
    ({ container }) => container.running !== undefined,
  );
  return isMounted
    ? {
        presence: 'present',
        health: 'Healthy',
        sentence: 'Pods that mount it run; the claim itself is not read.',
      }
    : {
        presence: 'unknown',
        health: 'Unknown',
        sentence: 'Nothing is known of it: the claim itself is not read.',
      };
}

function describeClaim(
  context: DeploymentContext,
  volume: string,
  name: string,
): VolumeClaimStatus {
  const claim = claimsOf(context).find(each => each.name === name);
  const json = claim?.json;
  const modes = textsOf(json, 'status', 'accessModes').map(quoted);
  const quantity = (...path: string[]) =>
    quoted(textAt(json, ...path)) || undefined;
  return {
    object: {
      kind: 'PersistentVolumeClaim',
      ...(context.namespace === '' ? {} : { namespace: context.namespace }),
      name,
    },
    volume,
    mountedBy: ['initContainers', 'containers'].flatMap(list =>
      recordsAt(context.template, 'spec', list)
        .filter(container =>
          recordsAt(container, 'volumeMounts').some(
            mount => textAt(mount, 'name') === volume,
          ),
        )
        .map(container => textAt(container, 'name')),
    ),
    phase: quantity('status', 'phase'),
    storageClass: quantity('spec', 'storageClassName'),
    accessModes:
      modes.length > 0 ? modes : textsOf(json, 'spec', 'accessModes'),
    requested: quantity('spec', 'resources', 'requests', 'storage'),
    capacity: quantity('status', 'capacity', 'storage'),
    volumeName: quantity('spec', 'volumeName'),
    createdAt: timestamp(claim?.createdAt),
    ...(claim === undefined ? inferred(context, name) : known(context, claim)),
  };
}

const rank = (health: Health) => healthSchema.options.indexOf(health);

function sentenceOf(
  { template }: DeploymentContext,
  claims: readonly VolumeClaimStatus[],
): string {
  if (claims.length === 0) {
    const isLost = recordsAt(template, 'spec', 'volumes').some(
      volume =>
        textAt(volume, 'name') === DATA &&
        isRecord(valueAt(volume, 'emptyDir')),
    );
    return isLost
      ? 'No claim is mounted: the volume data is an emptyDir, and what is on it is lost with the pod.'
      : 'No claim is mounted.';
  }
  const [worst] = [...claims].sort((a, b) => rank(b.health) - rank(a.health));
  return worst.health === 'Healthy' && claims.length > 1
    ? `All ${claims.length} claims are well.`
    : `Claim ${worst.object.name}: ${worst.sentence}`;
}

/** The claims that a Deployment mounts, in the order of its pod template. */
export function describeStorage(context: DeploymentContext): StorageStatus {
  const claims = recordsAt(context.template, 'spec', 'volumes').flatMap(
    volume => {
      const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
      return name === ''
        ? []
        : [describeClaim(context, textAt(volume, 'name'), name)];
    },
  );
  return { claims, sentence: sentenceOf(context, claims) };
}
