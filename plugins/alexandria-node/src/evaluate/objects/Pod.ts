import { conditionOf } from './conditions';
import type { KubernetesObject } from './KubernetesObject';
import {
  Json,
  isRecord,
  integerAt,
  recordsAt,
  textAt,
  timeAt,
  valueAt,
} from './read';

/**
 * How a container ended.
 *
 * @public
 */
export interface Termination {
  exitCode?: number;
  signal?: number;
  reason: string;
  message: string;
  /** Milliseconds since the epoch. */
  startedAt?: number;
  /** Milliseconds since the epoch. */
  finishedAt?: number;
}

/**
 * One container of a pod: what was asked for and what is known of it.
 *
 * @public
 */
export interface Container {
  name: string;
  /** `sidecar` is an init container that goes on running beside the others. */
  kind: 'init' | 'sidecar' | 'container';
  /** As the pod asks for it; the one that runs where the pod does not say. */
  image: string;
  ready: boolean;
  restarts: number;
  waiting?: { reason: string; message: string };
  running?: { startedAt?: number };
  terminated?: Termination;
  lastTerminated?: Termination;
}

/**
 * A pod, as far as rules look at it.
 *
 * @public
 */
export interface Pod {
  object: KubernetesObject;
  phase: string;
  reason: string;
  message: string;
  restartPolicy: string;
  ready: boolean;
  /** It has ended, well or badly, and will not run again. */
  finished: boolean;
  containers: Container[];
}

function readTermination(json: Json): Termination | undefined {
  return isRecord(json)
    ? {
        exitCode: integerAt(json, 'exitCode'),
        signal: integerAt(json, 'signal'),
        reason: textAt(json, 'reason'),
        message: textAt(json, 'message'),
        startedAt: timeAt(json, 'startedAt'),
        finishedAt: timeAt(json, 'finishedAt'),
      }
    : undefined;
}

function readContainer(
  name: string,
  kind: Container['kind'],
  spec: Json,
  status: Json,
): Container {
  const waiting = valueAt(status, 'state', 'waiting');
  const running = valueAt(status, 'state', 'running');
  return {
    name,
    kind,
    image: textAt(spec, 'image') || textAt(status, 'image'),
    ready: valueAt(status, 'ready') === true,
    restarts: integerAt(status, 'restartCount') ?? 0,
    waiting: isRecord(waiting)
      ? {
          reason: textAt(waiting, 'reason'),
          message: textAt(waiting, 'message'),
        }
      : undefined,
    running: isRecord(running)
      ? { startedAt: timeAt(running, 'startedAt') }
      : undefined,
    terminated: readTermination(valueAt(status, 'state', 'terminated')),
    lastTerminated: readTermination(valueAt(status, 'lastState', 'terminated')),
  };
}

function readContainers(
  json: Json,
  specs: string,
  statuses: string,
  kindOf: (spec: Json) => Container['kind'],
): Container[] {
  const wanted = recordsAt(json, 'spec', specs);
  const known = recordsAt(json, 'status', statuses);
  const names = new Set(
    [...wanted, ...known].map(container => textAt(container, 'name')),
  );
  return [...names].map(name => {
    const named = (container: Json) => textAt(container, 'name') === name;
    const spec = wanted.find(named);
    return readContainer(name, kindOf(spec), spec, known.find(named));
  });
}

/** Reads a pod; what it does not say is as the API server's defaults have it. */
export function readPod(object: KubernetesObject): Pod {
  const { json } = object;
  const phase = textAt(json, 'status', 'phase');
  return {
    object,
    phase,
    reason: textAt(json, 'status', 'reason'),
    message: textAt(json, 'status', 'message'),
    restartPolicy: textAt(json, 'spec', 'restartPolicy') || 'Always',
    ready: conditionOf(json, 'Ready')?.status === 'True',
    finished: phase === 'Succeeded' || phase === 'Failed',
    containers: [
      ...readContainers(json, 'initContainers', 'initContainerStatuses', spec =>
        textAt(spec, 'restartPolicy') === 'Always' ? 'sidecar' : 'init',
      ),
      ...readContainers(
        json,
        'containers',
        'containerStatuses',
        () => 'container' as const,
      ),
    ],
  };
}
