import { timeText } from '../objects/KubernetesObject';
import { withCondition, type Control } from './Control';
import { containerStatus, waitingStatus } from './containers';
import { configProblem, volumeProblem } from './needs';
import { tellStates } from './podEvents';
import type { Condition, Container, ContainerStatus, Pod } from './workloads';

const MANAGER = 'kubelet';

/** How long a pod takes to end, in milliseconds: the dashboard drains for as long. */
const END_MS = 5_000;

interface Memory {
  /** Since when its volumes are there, in milliseconds since the epoch. */
  mounted?: number;
  /** Since when each container could be made. */
  since: Map<string, number>;
}

const isDone = ({ state, ready }: ContainerStatus, container: Container) =>
  container.restartPolicy === 'Always'
    ? ready
    : state.terminated?.exitCode === 0;

/** Plays the kubelets of all nodes: nothing runs, and what is said of the pods is what would be if it did. */
export class Kubelet {
  /** By uid of the pod. */
  readonly #memory = new Map<string, Memory>();
  #addresses = 0;

  run(control: Control): void {
    const pods = control.list<Pod>('Pod');
    for (const pod of pods) {
      if (pod.spec.nodeName === undefined) {
        continue;
      }
      if (pod.metadata.deletionTimestamp === undefined) {
        this.#sync(control, pod);
      } else {
        this.#end(control, pod);
      }
    }
    const uids = new Set(pods.map(({ metadata }) => metadata.uid));
    for (const uid of this.#memory.keys()) {
      if (!uids.has(uid)) {
        this.#memory.delete(uid);
      }
    }
  }

  #end(control: Control, pod: Pod) {
    const { deletionTimestamp, deletionGracePeriodSeconds = 0 } = pod.metadata;
    const asked =
      Date.parse(deletionTimestamp ?? '') - deletionGracePeriodSeconds * 1000;
    if (control.now - asked >= END_MS || deletionGracePeriodSeconds === 0) {
      control.delete(pod, 0);
    }
  }

  #memoryOf({ metadata }: Pod): Memory {
    const known = this.#memory.get(metadata.uid!);
    const memory = known ?? { since: new Map<string, number>() };
    this.#memory.set(metadata.uid!, memory);
    return memory;
  }

  #sync(control: Control, pod: Pod) {
    const { now } = control;
    const memory = this.#memoryOf(pod);
    const problem =
      memory.mounted === undefined ? volumeProblem(control, pod) : undefined;
    if (problem === undefined) {
      memory.mounted ??= now;
    } else {
      control.event(pod, 'Warning', 'FailedMount', problem, MANAGER);
    }
    const inits = pod.spec.initContainers ?? [];
    const initStatuses = this.#initStatuses(control, pod, inits, memory);
    const isInitialized = inits.every((each, index) =>
      isDone(initStatuses[index], each),
    );
    const statuses = pod.spec.containers.map(each =>
      isInitialized
        ? this.#status(control, pod, each, memory, false)
        : waitingStatus(
            each,
            inits.length > 0 ? 'PodInitializing' : 'ContainerCreating',
          ),
    );
    tellStates(control, pod, [...initStatuses, ...statuses]);
    control.setStatus<Pod>(
      pod,
      this.#podStatus(control, pod, { isInitialized, initStatuses, statuses }),
      MANAGER,
    );
  }

  #initStatuses(
    control: Control,
    pod: Pod,
    inits: readonly Container[],
    memory: Memory,
  ): ContainerStatus[] {
    const statuses: ContainerStatus[] = [];
    for (const each of inits) {
      const isNext = statuses.every((status, index) =>
        isDone(status, inits[index]),
      );
      statuses.push(
        isNext && memory.mounted !== undefined
          ? this.#status(control, pod, each, memory, true)
          : waitingStatus(each, 'PodInitializing'),
      );
    }
    return statuses;
  }

  #status(
    control: Control,
    pod: Pod,
    container: Container,
    memory: Memory,
    isInit: boolean,
  ): ContainerStatus {
    const { name } = container;
    if (memory.mounted === undefined) {
      return waitingStatus(container, 'ContainerCreating');
    }
    let since = memory.since.get(name);
    if (since === undefined) {
      const problem = configProblem(control, pod, container);
      if (problem !== undefined) {
        return waitingStatus(container, 'CreateContainerConfigError', problem);
      }
      since = control.now;
      memory.since.set(name, since);
    }
    return containerStatus(pod, container, { since }, control.now, isInit);
  }

  #podStatus(
    control: Control,
    pod: Pod,
    seen: {
      isInitialized: boolean;
      initStatuses: ContainerStatus[];
      statuses: ContainerStatus[];
    },
  ): Pod['status'] {
    const { isInitialized, initStatuses, statuses } = seen;
    const { status, metadata } = pod;
    const hasStarted = statuses.some(
      ({ state, lastState }) => state.running ?? lastState.terminated,
    );
    const unready = statuses.filter(({ ready }) => !ready);
    const pending = (pod.spec.initContainers ?? []).filter(
      (each, index) => !isDone(initStatuses[index], each),
    );
    const names = (list: readonly { name: string }[]) =>
      `[${list.map(({ name }) => name).join(' ')}]`;
    const readiness: Omit<Condition, 'type'> =
      unready.length === 0
        ? { status: 'True' }
        : {
            status: 'False',
            reason: 'ContainersNotReady',
            message: `containers with unready status: ${names(unready)}`,
          };
    const next: Condition[] = [
      {
        type: 'PodReadyToStartContainers',
        status: this.#memoryOf(pod).mounted === undefined ? 'False' : 'True',
      },
      {
        type: 'Initialized',
        ...(isInitialized
          ? { status: 'True' }
          : {
              status: 'False',
              reason: 'ContainersNotInitialized',
              message: `containers with incomplete status: ${names(pending)}`,
            }),
      },
      { type: 'Ready', ...readiness },
      { type: 'ContainersReady', ...readiness },
    ];
    const conditions = next.reduce(
      (list, each) =>
        withCondition(
          list,
          { observedGeneration: metadata.generation ?? 1, ...each },
          control.now,
        ),
      status.conditions ?? [],
    );
    const ip = status.podIP ?? this.#address();
    return {
      ...status,
      observedGeneration: metadata.generation ?? 1,
      phase: hasStarted && isInitialized ? 'Running' : 'Pending',
      conditions,
      hostIP: '10.0.0.10',
      hostIPs: [{ ip: '10.0.0.10' }],
      ...(isInitialized || status.podIP ? { podIP: ip, podIPs: [{ ip }] } : {}),
      startTime: status.startTime ?? timeText(control.now),
      ...(initStatuses.length > 0
        ? { initContainerStatuses: initStatuses }
        : {}),
      containerStatuses: statuses,
    };
  }

  #address(): string {
    this.#addresses = (this.#addresses + 1) % 65_000;
    return `10.244.${this.#addresses >> 8}.${this.#addresses & 255 || 1}`;
  }
}
