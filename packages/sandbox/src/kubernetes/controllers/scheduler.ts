import { valueAt, type JsonRecord } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { withCondition, type Control, type Controller } from './Control';
import { quantity } from '../objects/quantity';
import type { Pod, PodSpec } from './workloads';

const MANAGER = 'kube-scheduler';
const NO_VICTIMS = 'No preemption victims found for incoming pod.';
const NOT_HELPFUL = 'Preemption is not helpful for scheduling.';

const RESOURCES = ['cpu', 'memory'] as const;

/** What a pod asks for: of its containers together, or of the init container that asks for most. */
function requestOf(spec: PodSpec, resource: string): number {
  const asked = (containers: PodSpec['containers'] = []) =>
    containers.map(({ resources }) =>
      quantity(resources?.requests?.[resource]),
    );
  const all = asked(spec.containers).reduce((sum, each) => sum + each, 0);
  return Math.max(all, ...asked(spec.initContainers));
}

/** What keeps a pod from being scheduled whatever the nodes have; undefined when nothing does. */
function obstacle(
  control: Control,
  { metadata, spec }: Pod,
  nodes: number,
): string | undefined {
  const help = `preemption: 0/${nodes} nodes are available: ${nodes} ${NOT_HELPFUL}`;
  for (const { persistentVolumeClaim } of spec.volumes ?? []) {
    if (!persistentVolumeClaim) {
      continue;
    }
    const { claimName } = persistentVolumeClaim;
    const claim = control.find(
      'PersistentVolumeClaim',
      metadata.namespace,
      claimName,
    );
    if (!claim) {
      return `0/${nodes} nodes are available: persistentvolumeclaim "${claimName}" not found. ${help}`;
    }
    if (valueAt(claim, 'status', 'phase') !== 'Bound') {
      return `0/${nodes} nodes are available: pod has unbound immediate PersistentVolumeClaims. ${help}`;
    }
  }
  return undefined;
}

function isSelected({ nodeSelector = {} }: PodSpec, node: KubernetesObject) {
  const labels = node.metadata.labels ?? {};
  return Object.entries(nodeSelector).every(
    ([key, value]) => labels[key] === value,
  );
}

/** The node for a pod, or why there is none, in the words of the scheduler. */
function place(
  control: Control,
  pod: Pod,
  nodes: readonly KubernetesObject[],
): { node: string } | { message: string } {
  const all = nodes.length;
  const message = obstacle(control, pod, all);
  if (message !== undefined) {
    return { message };
  }
  const scheduled = control
    .list<Pod>('Pod')
    .filter(({ spec }) => spec.nodeName !== undefined);
  const free = (node: KubernetesObject, resource: string) =>
    quantity(valueAt(node, 'status', 'allocatable', resource)) -
    scheduled
      .filter(({ spec }) => spec.nodeName === node.metadata.name)
      .reduce((sum, { spec }) => sum + requestOf(spec, resource), 0);
  const selected = nodes.filter(node => isSelected(pod.spec, node));
  const lacking = RESOURCES.map(resource => ({
    resource,
    nodes: selected.filter(
      node => free(node, resource) < requestOf(pod.spec, resource),
    ),
  }));
  const [best] = selected
    .filter(node => !lacking.some(each => each.nodes.includes(node)))
    .sort((a, b) => free(b, 'cpu') - free(a, 'cpu'));
  if (best) {
    return { node: best.metadata.name };
  }
  const unselected = all - selected.length;
  const reasons = [
    ...lacking
      .filter(each => each.nodes.length > 0)
      .map(each => `${each.nodes.length} Insufficient ${each.resource}`),
    ...(unselected > 0
      ? [`${unselected} node(s) didn't match Pod's node affinity/selector`]
      : []),
  ];
  const preemption =
    unselected === all ? `${all} ${NOT_HELPFUL}` : `${all} ${NO_VICTIMS}`;
  return {
    message: `0/${all} nodes are available: ${reasons.join(
      ', ',
    )}. preemption: 0/${all} nodes are available: ${preemption}`,
  };
}

function schedule(
  control: Control,
  pod: Pod,
  nodes: readonly KubernetesObject[],
) {
  const found = place(control, pod, nodes);
  const isPlaced = 'node' in found;
  const { observedGeneration: _none, ...status } = pod.status;
  if (isPlaced) {
    control.change(
      pod,
      each => ({ ...each, spec: { ...each.spec, nodeName: found.node } }),
      MANAGER,
    );
    control.event(
      pod,
      'Normal',
      'Scheduled',
      `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${found.node}`,
      'default-scheduler',
    );
  } else if (
    !pod.status.conditions?.some(each => each.message === found.message)
  ) {
    control.event(
      pod,
      'Warning',
      'FailedScheduling',
      found.message,
      'default-scheduler',
    );
  }
  control.setStatus<Pod>(
    pod,
    {
      ...status,
      conditions: withCondition(
        pod.status.conditions,
        {
          type: 'PodScheduled',
          status: isPlaced ? 'True' : 'False',
          ...(isPlaced
            ? {}
            : { reason: 'Unschedulable', message: found.message }),
        },
        control.now,
      ),
    } as JsonRecord as Pod['status'],
    MANAGER,
  );
}

/** What kube-scheduler does: it gives pods nodes that they select and that have what they ask for. */
export const scheduler: Controller = control => {
  const nodes = control.list('Node');
  for (const pod of control.list<Pod>('Pod')) {
    if (
      pod.spec.nodeName === undefined &&
      pod.metadata.deletionTimestamp === undefined
    ) {
      schedule(control, pod, nodes);
    }
  }
};
