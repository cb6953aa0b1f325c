import { conditionOf } from '../objects/conditions';
import type { Pod } from '../objects/Pod';

/** Whether the node of a pod is gone for good, as far as the pod says. */
export const isLost = ({ phase, reason }: Pod) =>
  phase === 'Unknown' || reason === 'NodeLost';

/** Whether the node of a pod does not report: the node controller then marks the pod. */
export const isUnreachable = (pod: Pod) =>
  isLost(pod) || conditionOf(pod.object.json, 'Ready')?.status === 'Unknown';
