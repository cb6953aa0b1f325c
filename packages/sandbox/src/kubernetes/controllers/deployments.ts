import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ownerReference, type Control, type Controller } from './Control';
import { deploymentStatus } from './deploymentStatus';
import { rolloutBounds } from './rollingUpdate';
import type { Deployment, PodTemplate, ReplicaSet } from './workloads';

const MANAGER = 'kube-controller-manager';
const REVISION = 'deployment.kubernetes.io/revision';
const DESIRED = 'deployment.kubernetes.io/desired-replicas';
const HASH = 'pod-template-hash';

const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** Ten characters that stand for a pod template. */
export function templateHash(template: PodTemplate): string {
  const digest = createHash('sha256').update(JSON.stringify(template)).digest();
  return Array.from(
    digest.subarray(0, 10),
    byte => ALPHABET[byte % ALPHABET.length],
  ).join('');
}

function withoutHash({ metadata, spec }: PodTemplate): PodTemplate {
  const { [HASH]: _hash, ...labels } = metadata.labels ?? {};
  return { metadata: { ...metadata, labels }, spec };
}

const revisionOf = ({ metadata }: ReplicaSet) =>
  Number(metadata.annotations?.[REVISION] ?? 0);

const available = ({ status }: ReplicaSet) => status.availableReplicas ?? 0;
const existing = ({ status }: ReplicaSet) => status.replicas ?? 0;
const wanted = ({ spec }: ReplicaSet) => spec.replicas;
const sum = (sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number) =>
  sets.reduce((total, each) => total + count(each), 0);

/** One Deployment at one moment. */
class Rollout {
  constructor(
    readonly control: Control,
    readonly deployment: Deployment,
    readonly current: ReplicaSet,
    readonly olds: readonly ReplicaSet[],
  ) {}

  scale(set: ReplicaSet, replicas: number) {
    const next = Math.max(0, replicas);
    if (wanted(set) === next) {
      return;
    }
    const direction = next > wanted(set) ? 'up' : 'down';
    this.control.event(
      this.deployment,
      'Normal',
      'ScalingReplicaSet',
      `Scaled ${direction} replica set ${set.metadata.name} from ${wanted(
        set,
      )} to ${next}`,
      'deployment-controller',
    );
    this.control.change(
      set,
      each => ({ ...each, spec: { ...each.spec, replicas: next } }),
      MANAGER,
    );
  }

  recreate() {
    this.olds.forEach(each => this.scale(each, 0));
    // A pod that ends is still there.
    if (
      this.olds.every(each => this.control.ownedBy('Pod', each).length === 0)
    ) {
      this.scale(this.current, this.deployment.spec.replicas);
    }
  }

  /** As the Deployment controller reckons: never more than maxSurge beyond, never fewer than maxUnavailable below. */
  roll() {
    const { replicas } = this.deployment.spec;
    const { most, least } = rolloutBounds(this.deployment.spec);
    const all = [this.current, ...this.olds];
    const total = sum(all, wanted);
    if (wanted(this.current) > replicas) {
      this.scale(this.current, replicas);
    } else {
      const room = Math.max(0, most - total);
      this.scale(this.current, Math.min(replicas, wanted(this.current) + room));
    }
    const starting = wanted(this.current) - available(this.current);
    let surplus = total - least - Math.max(0, starting);
    // Those that do not serve go first, whatever happens to the others.
    for (const old of this.olds) {
      const broken = wanted(old) - available(old);
      const dropped = Math.min(broken, Math.max(0, surplus));
      const served = Math.min(
        available(old),
        Math.max(0, sum(all, available) - least),
        Math.max(0, surplus - dropped),
      );
      this.scale(old, wanted(old) - dropped - served);
      surplus -= dropped + served;
    }
  }

  run() {
    const { paused, replicas, strategy } = this.deployment.spec;
    if (paused) {
      const active = [this.current, ...this.olds].filter(
        each => wanted(each) > 0,
      );
      if (active.length === 1) {
        this.scale(active[0], replicas);
      }
    } else if (strategy.type === 'Recreate') {
      this.recreate();
    } else {
      this.roll();
    }
  }
}

function newReplicaSet(deployment: Deployment, revision: number): ReplicaSet {
  const { metadata, spec } = deployment;
  const hash = templateHash(spec.template);
  const labels = { ...spec.template.metadata.labels, [HASH]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      namespace: metadata.namespace!,
      labels,
      annotations: {
        [REVISION]: String(revision),
        [DESIRED]: String(spec.replicas),
      },
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      replicas: 0,
      selector: {
        matchLabels: { ...spec.selector.matchLabels, [HASH]: hash },
      },
      template: {
        ...spec.template,
        metadata: { ...spec.template.metadata, labels },
      },
      ...(spec.minReadySeconds
        ? { minReadySeconds: spec.minReadySeconds }
        : {}),
    },
    status: {},
  };
}

function reconcile(control: Control, deployment: Deployment) {
  const sets = control
    .ownedBy<ReplicaSet>('ReplicaSet', deployment)
    .sort((a, b) => revisionOf(b) - revisionOf(a));
  const { template, paused, revisionHistoryLimit } = deployment.spec;
  const latest = revisionOf(sets[0] ?? { metadata: {} });
  let current = sets.find(each =>
    isDeepStrictEqual(withoutHash(each.spec.template), withoutHash(template)),
  );
  if (!current && !paused) {
    current = control.create(newReplicaSet(deployment, latest + 1), MANAGER);
  } else if (current && revisionOf(current) < latest && !paused) {
    current = annotated(control, current, REVISION, String(latest + 1));
  }
  const shown = current ?? sets[0];
  if (!shown) {
    return;
  }
  const olds = sets.filter(
    ({ metadata }) => metadata.uid !== shown.metadata.uid,
  );
  const revision = String(revisionOf(shown));
  annotated(control, deployment, REVISION, revision);
  new Rollout(control, deployment, shown, olds).run();
  const { namespace, name } = deployment.metadata;
  const latestState = control.find<Deployment>('Deployment', namespace, name)!;
  control.setStatus(
    latestState,
    deploymentStatus({
      deployment: latestState,
      current,
      all: control.ownedBy<ReplicaSet>('ReplicaSet', deployment),
      now: control.now,
    }),
    MANAGER,
  );
  olds
    .filter(each => wanted(each) === 0 && existing(each) === 0)
    .slice(revisionHistoryLimit)
    .forEach(each => control.delete(each));
}

function annotated<T extends Deployment | ReplicaSet>(
  control: Control,
  object: T,
  name: string,
  value: string,
): T {
  return object.metadata.annotations?.[name] === value
    ? object
    : control.change(
        object,
        each => ({
          ...each,
          metadata: {
            ...each.metadata,
            annotations: { ...each.metadata.annotations, [name]: value },
          },
        }),
        MANAGER,
      );
}

/** What kube-controller-manager does with Deployments: a ReplicaSet for each revision, and the rollout between them. */
export const deployments: Controller = control => {
  for (const deployment of control.list<Deployment>('Deployment')) {
    if (deployment.metadata.deletionTimestamp === undefined) {
      reconcile(control, deployment);
    }
  }
};
