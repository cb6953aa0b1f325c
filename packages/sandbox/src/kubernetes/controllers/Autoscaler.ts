import {
  numberAt,
  recordsAt,
  textAt,
  valueAt,
  type JsonRecord,
} from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { told, withCondition, type Control } from './Control';
import {
  able,
  ableToScale,
  limited,
  type NextCondition,
} from './autoscalerConditions';
import { measured, sourceOf, targetOf } from './autoscalerMetrics';
import { demandAt } from './demand';
import type { Condition, Deployment } from './workloads';

const MANAGER = 'kube-controller-manager';
const COMPONENT = 'horizontal-pod-autoscaler';

/** `--horizontal-pod-autoscaler-sync-period` */
const SYNC_MS = 15_000;
/** `--horizontal-pod-autoscaler-tolerance` */
const TOLERANCE = 0.1;
/** `--horizontal-pod-autoscaler-downscale-stabilization`, which is 5 minutes, and shorter here so that something is seen. */
const STABILIZATION_MS = 60_000;

interface Recommendation {
  at: number;
  replicas: number;
}

/** Plays the controller of HorizontalPodAutoscalers, and the metrics that it reads. */
export class Autoscaler {
  /** By uid: when each was synced, in milliseconds since the epoch. */
  readonly #synced = new Map<string, number>();
  readonly #recommended = new Map<string, Recommendation[]>();

  run(control: Control): void {
    for (const hpa of control.list('HorizontalPodAutoscaler')) {
      const uid = hpa.metadata.uid!;
      const last = this.#synced.get(uid) ?? -Infinity;
      if (control.now - last >= SYNC_MS) {
        this.#synced.set(uid, control.now);
        this.#sync(control, hpa);
      }
    }
  }

  #sync(control: Control, hpa: KubernetesObject) {
    const deployment = control.find<Deployment>(
      'Deployment',
      hpa.metadata.namespace,
      textAt(hpa, 'spec', 'scaleTargetRef', 'name'),
    );
    if (!deployment) {
      this.#write(control, hpa, {}, [
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message:
            "the HPA controller was unable to get the target's current scale",
        },
      ]);
      return;
    }
    const current = deployment.status.replicas ?? 0;
    const base = { currentReplicas: current };
    if (deployment.spec.replicas === 0) {
      this.#write(control, hpa, { ...base, desiredReplicas: 0 }, [
        able(
          'SucceededGetScale',
          "the HPA controller was able to get the target's current scale",
        ),
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'ScalingDisabled',
          message:
            'scaling is disabled since the replica count of the target is zero',
        },
      ]);
      return;
    }
    const metrics = recordsAt(hpa, 'spec', 'metrics');
    const ready = deployment.status.readyReplicas ?? 0;
    const hasMetrics =
      ready > 0 &&
      told(deployment.spec.template as never, 'metrics') !== 'none';
    if (!hasMetrics) {
      this.#withoutMetrics(control, hpa, deployment, metrics[0] ?? {});
      return;
    }
    this.#scale(control, hpa, deployment, metrics, ready);
  }

  #withoutMetrics(
    control: Control,
    hpa: KubernetesObject,
    { spec, status }: Deployment,
    metric: JsonRecord,
  ) {
    const isContainer = metric.type === 'ContainerResource';
    const { name, container } = sourceOf(metric);
    const reason = isContainer
      ? 'FailedGetContainerResourceMetric'
      : 'FailedGetResourceMetric';
    const what = isContainer
      ? `failed to get container metrics for ${name} of container ${container}`
      : `failed to get ${name} utilization`;
    const message = `the HPA was unable to compute the replica count: ${what}: unable to get metrics for resource ${name}: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`;
    control.event(hpa, 'Warning', reason, message, COMPONENT);
    this.#write(
      control,
      hpa,
      {
        currentReplicas: status.replicas ?? 0,
        desiredReplicas: spec.replicas,
      },
      [
        able(
          'SucceededGetScale',
          "the HPA controller was able to get the target's current scale",
        ),
        { type: 'ScalingActive', status: 'False', reason, message },
      ],
    );
  }

  #scale(
    control: Control,
    hpa: KubernetesObject,
    deployment: Deployment,
    metrics: JsonRecord[],
    ready: number,
  ) {
    const { now } = control;
    const { spec, status } = deployment;
    const { name } = deployment.metadata;
    const demand = demandAt(
      spec.template as never,
      `${hpa.metadata.namespace}/${name}`,
      now,
    );
    const currentMetrics = metrics.map(metric =>
      measured(metric, deployment, (100 * demand) / ready),
    );
    const ratios = metrics.map(
      metric => (100 * demand) / ready / targetOf(metric),
    );
    const highest = Math.max(...ratios);
    const wanted =
      Math.abs(highest - 1) <= TOLERANCE
        ? spec.replicas
        : Math.ceil(ready * highest);
    const stable = this.#stabilized(hpa, wanted, spec.replicas, now);
    const min = numberAt(hpa, 'spec', 'minReplicas') ?? 1;
    const max = numberAt(hpa, 'spec', 'maxReplicas') ?? 1;
    const desired = Math.min(max, Math.max(min, stable));
    const isRescaled = desired !== spec.replicas;
    if (isRescaled) {
      control.event(
        hpa,
        'Normal',
        'SuccessfulRescale',
        `New size: ${desired}; reason: ${
          desired > spec.replicas
            ? 'cpu resource utilization (percentage of request) above target'
            : 'All metrics below target'
        }`,
        COMPONENT,
      );
      control.change(
        deployment,
        each => ({ ...each, spec: { ...each.spec, replicas: desired } }),
        MANAGER,
        'scale',
      );
    }
    this.#write(
      control,
      hpa,
      {
        ...{ currentMetrics, currentReplicas: status.replicas ?? 0 },
        desiredReplicas: desired,
        ...(isRescaled ? { lastScaleTime: control.time } : {}),
      },
      [
        ableToScale(isRescaled, desired, wanted < stable),
        {
          type: 'ScalingActive',
          status: 'True',
          reason: 'ValidMetricFound',
          message:
            'the HPA was able to successfully calculate a replica count from cpu container resource utilization (percentage of request)',
        },
        limited(stable, min, max),
      ],
    );
  }

  /** The highest that was recommended lately: what falls may rise again. */
  #stabilized(
    hpa: KubernetesObject,
    wanted: number,
    current: number,
    now: number,
  ): number {
    const uid = hpa.metadata.uid!;
    const recent = [
      ...(this.#recommended.get(uid) ?? []).filter(
        ({ at }) => now - at < STABILIZATION_MS,
      ),
      { at: now, replicas: wanted },
    ];
    this.#recommended.set(uid, recent);
    const highest = Math.max(...recent.map(({ replicas }) => replicas));
    return wanted < current ? Math.min(current, highest) : wanted;
  }

  #write(
    control: Control,
    hpa: KubernetesObject,
    status: JsonRecord,
    next: NextCondition[],
  ) {
    const before = (hpa.status ?? {}) as JsonRecord;
    const { lastScaleTime } = before;
    const known = (valueAt(before, 'conditions') ?? []) as Condition[];
    const conditions = next.reduce(
      (list, each) => withCondition(list, each, control.now),
      known.filter(({ type }) => next.some(each => each.type === type)),
    );
    control.setStatus(
      hpa,
      {
        ...(lastScaleTime === undefined ? {} : { lastScaleTime }),
        currentMetrics: null,
        desiredReplicas: 0,
        ...status,
        conditions,
      },
      MANAGER,
    );
  }
}
