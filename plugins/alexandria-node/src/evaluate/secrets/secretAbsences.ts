import type {
  Evidence,
  ObjectReference,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { referenceTo } from '../objects/KubernetesObject';
import { eachContainer } from '../pods/eachContainer';
import { consequence, withMessage } from '../texts';
import { missingSecret } from './missingSecret';

/** A secret, or a key of one, that the pods need and do not find. */
export interface Absence {
  secret: string;
  /** Absent when the whole secret is. */
  key?: string;
  object: ObjectReference;
  cause: string;
  evidence: Evidence;
}

function* fromContainers(context: DeploymentContext): Generator<Absence> {
  for (const { pod, container } of eachContainer(context)) {
    const { waiting, name } = container;
    const missing =
      waiting?.reason === 'CreateContainerConfigError'
        ? missingSecret(waiting.message)
        : undefined;
    if (waiting !== undefined && missing !== undefined) {
      yield {
        secret: missing.name,
        key: missing.key,
        object: referenceTo(pod.object),
        cause: `${withMessage(
          `Container ${name} waits, ${waiting.reason}`,
          waiting.message,
        )}${consequence(container, context.serves)}`,
        evidence: {
          container: name,
          reason: waiting.reason,
          message: waiting.message,
        },
      };
    }
  }
}

function* fromEvents(context: DeploymentContext): Generator<Absence> {
  for (const { object, phase } of context.activePods) {
    const warning =
      phase === 'Pending'
        ? context.warning(object, ['FailedMount'])
        : undefined;
    const missing = warning && missingSecret(warning.message);
    if (warning !== undefined && missing !== undefined) {
      yield {
        secret: missing.name,
        key: missing.key,
        object: referenceTo(object),
        cause: withMessage(`Event ${warning.reason}`, warning.message),
        evidence: { reason: warning.reason, message: warning.message },
      };
    }
  }
}

function* fromSecrets(context: DeploymentContext): Generator<Absence> {
  for (const { name, optional, keys } of context.neededSecrets) {
    const state = context.secret(name);
    const object = {
      kind: 'Secret',
      namespace: context.namespace,
      name,
    };
    if (state?.exists === false && !optional) {
      yield {
        secret: name,
        object,
        cause: `The cluster has no Secret ${name} in namespace ${context.namespace}, and pods that start from now on need it.`,
        evidence: { reason: 'NotFound' },
      };
    }
    for (const { key, optional: dispensable, containers } of keys) {
      if (
        state?.exists === true &&
        state.keys !== undefined &&
        !Object.hasOwn(state.keys, key) &&
        !dispensable
      ) {
        yield {
          secret: name,
          key,
          object,
          cause: `Secret ${name} has no key ${key}, which ${containers.join(
            ', ',
          )} of new pods needs.`,
          evidence: { reason: 'KeyNotFound' },
        };
      }
    }
  }
}

/**
 * What is missing, each once: told by a container that cannot be made, by a volume that cannot be mounted, or by the
 * secrets where they may be read.
 */
export function secretAbsences(context: DeploymentContext): Absence[] {
  const found = new Map<string, Absence>();
  for (const source of [fromContainers, fromEvents, fromSecrets]) {
    for (const absence of source(context)) {
      const id = `${absence.secret}/${absence.key ?? ''}`;
      if (!found.has(id)) {
        found.set(id, absence);
      }
    }
  }
  return [...found.values()];
}
