import { matchesSelector } from './objects/selector';
import { KubernetesObject, referenceTo } from './objects/KubernetesObject';
import { Pod, readPod } from './objects/Pod';
import { readEvent } from './objects/Event';
import { Json, integerAt, textAt, textsAt, valueAt } from './objects/read';
import { controllerOf, Snapshot } from './objects/Snapshot';
import { deploymentHealth } from './health/workloads';
import { ObjectHealth } from './health/HealthCheck';
import { NeededSecret, neededSecrets } from './secrets/neededSecrets';
import type {
  Comparison,
  Expectation,
  UnreadableKind,
} from './EvaluationInput';
import type { SecretState } from './SecretState';

/**
 * What belongs to all Deployments of one evaluation.
 *
 * @public
 */
export interface Surroundings {
  snapshot: Snapshot;
  /** Kinds of which all objects are known. */
  complete: readonly string[];
  secrets: readonly SecretState[];
  unreadable: readonly UnreadableKind[];
  expectations: readonly Expectation[];
  comparisons: readonly Comparison[];
  chartVersion: string | undefined;
  /** When the objects were known to be so, in milliseconds since the epoch. */
  observedAt: number;
  now: number;
}

function ownedReplicaSets(
  deployment: KubernetesObject,
  snapshot: Snapshot,
): KubernetesObject[] {
  return snapshot
    .controlledBy('apps', 'ReplicaSet', deployment)
    .filter(replicaSet => {
      const uid = controllerOf(replicaSet)?.uid ?? '';
      return uid === '' || deployment.uid === '' || uid === deployment.uid;
    });
}

/**
 * The pods of a Deployment: those of its ReplicaSets. Where the ReplicaSet of a pod is not at hand the selector decides;
 * pods of Jobs and of other controllers are nobody's.
 */
function ownedPods(
  deployment: KubernetesObject,
  replicaSets: readonly KubernetesObject[],
  snapshot: Snapshot,
): KubernetesObject[] {
  const selector = valueAt(deployment.json, 'spec', 'selector');
  return [
    ...replicaSets.flatMap(replicaSet =>
      snapshot.controlledBy('', 'Pod', replicaSet),
    ),
    ...snapshot
      .loosePods(deployment.namespace)
      .filter(pod => matchesSelector(selector, pod.labels)),
  ];
}

/**
 * One Deployment and what belongs to it: what rules look at.
 *
 * @public
 */
export class DeploymentContext {
  readonly #surroundings: Surroundings;
  readonly deployment: KubernetesObject;
  /** How far the rollout is. */
  readonly rollout: ObjectHealth;
  readonly replicaSets: readonly KubernetesObject[];
  /** Of all revisions, also those that end or have ended. */
  readonly pods: readonly Pod[];
  readonly neededSecrets: readonly NeededSecret[];

  constructor(deployment: KubernetesObject, surroundings: Surroundings) {
    const { snapshot, now } = surroundings;
    this.#surroundings = surroundings;
    this.deployment = deployment;
    this.rollout = deploymentHealth(deployment, now);
    this.replicaSets = ownedReplicaSets(deployment, snapshot);
    this.pods = ownedPods(deployment, this.replicaSets, snapshot).map(readPod);
    this.neededSecrets = neededSecrets(deployment);
  }

  /** Milliseconds since the epoch. */
  get now(): number {
    return this.#surroundings.now;
  }

  /** When the objects were known to be so, in milliseconds since the epoch. */
  get observedAt(): number {
    return this.#surroundings.observedAt;
  }

  get namespace(): string {
    return this.deployment.namespace;
  }

  get name(): string {
    return this.deployment.name;
  }

  get reference() {
    return referenceTo(this.deployment);
  }

  /** Pods that run or are to run. */
  get activePods(): Pod[] {
    return this.pods.filter(
      ({ finished, object }) => !finished && object.deletedAt === undefined,
    );
  }

  /** Whether some replica serves, by the Deployment's own count. */
  get serves(): boolean {
    return (
      (integerAt(this.deployment.json, 'status', 'availableReplicas') ?? 0) > 0
    );
  }

  /** The pod template. */
  get template(): Json {
    return valueAt(this.deployment.json, 'spec', 'template');
  }

  get podLabels(): Record<string, string> {
    return textsAt(this.template, 'metadata', 'labels');
  }

  get expectation(): Expectation | undefined {
    return this.#surroundings.expectations.find(
      ({ namespace, name }) =>
        namespace === this.namespace && name === this.name,
    );
  }

  /** What came of comparing its objects with those that its values render. */
  get comparison(): Comparison | undefined {
    return this.#surroundings.comparisons.find(
      ({ namespace, name }) =>
        namespace === this.namespace && name === this.name,
    );
  }

  /** The version of the chart that repositories are made with today. */
  get chartVersion(): string | undefined {
    return this.#surroundings.chartVersion;
  }

  get snapshot(): Snapshot {
    return this.#surroundings.snapshot;
  }

  get unreadable(): readonly UnreadableKind[] {
    return this.#surroundings.unreadable.filter(
      ({ namespace }) =>
        namespace === undefined || namespace === this.namespace,
    );
  }

  /** Whether all objects of a kind are known, so that one that is not at hand is not there. */
  knowsAll(kind: string): boolean {
    return (
      this.#surroundings.complete.includes(kind) &&
      !this.unreadable.some(unreadable => unreadable.kind === kind)
    );
  }

  /** What is known of a secret of the namespace. */
  secret(name: string): SecretState | undefined {
    return this.#surroundings.secrets.find(
      secret => secret.namespace === this.namespace && secret.name === name,
    );
  }

  /** The objects of a kind in the namespace of the Deployment. */
  inNamespace(group: string, kind: string): KubernetesObject[] {
    return this.snapshot.inNamespace(group, kind, this.namespace);
  }

  /** The HorizontalPodAutoscalers that scale the Deployment. */
  get autoscalers(): KubernetesObject[] {
    return this.inNamespace('autoscaling', 'HorizontalPodAutoscaler').filter(
      ({ json }) =>
        textAt(json, 'spec', 'scaleTargetRef', 'kind') === 'Deployment' &&
        textAt(json, 'spec', 'scaleTargetRef', 'name') === this.name,
    );
  }

  /**
   * The latest warning about an object with one of these reasons.
   *
   * @param words - of its message; any message when omitted
   */
  warning(
    object: KubernetesObject,
    reasons: readonly string[],
    words = '',
  ): { reason: string; message: string; at?: number } | undefined {
    const events = this.snapshot.eventsAbout(object).flatMap(event => {
      const { reason, message, lastSeen: at } = readEvent(event);
      return reasons.includes(reason) && message.includes(words)
        ? [{ reason, message, at }]
        : [];
    });
    return events.sort((a, b) => (b.at ?? 0) - (a.at ?? 0))[0];
  }
}
