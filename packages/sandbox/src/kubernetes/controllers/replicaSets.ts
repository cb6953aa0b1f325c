import { timeText } from '../objects/KubernetesObject';
import { ownerReference, type Control, type Controller } from './Control';
import { isTrue, type Pod, type ReplicaSet } from './workloads';

const MANAGER = 'kube-controller-manager';

const isActive = ({ metadata, status }: Pod) =>
  metadata.deletionTimestamp === undefined &&
  status.phase !== 'Failed' &&
  status.phase !== 'Succeeded';

const isReady = ({ status }: Pod) => isTrue(status.conditions, 'Ready');

/** Which pods go first: those that do not serve, and the younger. */
const dispensable = (a: Pod, b: Pod) =>
  Number(isReady(a)) - Number(isReady(b)) ||
  (b.metadata.creationTimestamp ?? '').localeCompare(
    a.metadata.creationTimestamp ?? '',
  );

function create(control: Control, set: ReplicaSet) {
  const { metadata, spec } = set;
  const pod = control.create(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...spec.template.metadata,
        name: '',
        generateName: `${metadata.name}-`,
        namespace: metadata.namespace!,
        ownerReferences: [ownerReference(set)],
      },
      spec: spec.template.spec,
    },
    MANAGER,
  );
  control.event(
    set,
    'Normal',
    'SuccessfulCreate',
    `Created pod: ${pod.metadata.name}`,
    'replicaset-controller',
  );
}

function reconcile(control: Control, set: ReplicaSet) {
  const pods = control.ownedBy<Pod>('Pod', set).filter(isActive);
  const { replicas, minReadySeconds = 0 } = set.spec;
  for (let count = pods.length; count < replicas; count++) {
    create(control, set);
  }
  [...pods]
    .sort(dispensable)
    .slice(0, Math.max(0, pods.length - replicas))
    .forEach(pod => {
      control.delete(pod);
      control.event(
        set,
        'Normal',
        'SuccessfulDelete',
        `Deleted pod: ${pod.metadata.name}`,
        'replicaset-controller',
      );
    });

  const left = control.ownedBy<Pod>('Pod', set).filter(isActive);
  const ready = left.filter(isReady);
  const since = timeText(control.now - minReadySeconds * 1000);
  const available = ready.filter(({ status }) => {
    const at = status.conditions?.find(({ type }) => type === 'Ready');
    return (at?.lastTransitionTime ?? '') <= since;
  });
  control.setStatus(
    set,
    {
      replicas: left.length,
      ...(left.length > 0 && { fullyLabeledReplicas: left.length }),
      ...(ready.length > 0 && { readyReplicas: ready.length }),
      ...(available.length > 0 && { availableReplicas: available.length }),
      observedGeneration:
        control.find('ReplicaSet', set.metadata.namespace, set.metadata.name)
          ?.metadata.generation ?? 1,
    },
    MANAGER,
  );
}

/** What kube-controller-manager does with ReplicaSets: as many pods as are wanted, and counts of them. */
export const replicaSets: Controller = control => {
  for (const set of control.list<ReplicaSet>('ReplicaSet')) {
    if (set.metadata.deletionTimestamp === undefined) {
      reconcile(control, set);
    }
  }
};
