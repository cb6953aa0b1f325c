import { conditionsOf } from '../objects/conditions';
import { listAt, integerAt, textAt } from '../objects/read';
import {
  degraded,
  HealthCheck,
  healthy,
  progressing,
  unknown,
} from './HealthCheck';

/** A PersistentVolumeClaim as Argo CD reads it; one that no controller has seen is Progressing, as in kstatus. */
export const volumeClaimHealth: HealthCheck = ({ json }) => {
  const phase = textAt(json, 'status', 'phase');
  switch (phase) {
    case 'Bound':
      return healthy('Bound');
    case 'Lost':
      return degraded('Lost', 'The volume that it was bound to is gone');
    case 'Pending':
    case '':
      return progressing('Pending', 'It is not bound to a volume yet');
    default:
      return unknown('PhaseUnknown', `The phase is ${phase}`);
  }
};

/** A Service as Argo CD reads it. */
export const serviceHealth: HealthCheck = ({ json }) => {
  if (textAt(json, 'spec', 'type') !== 'LoadBalancer') {
    return healthy('Ready');
  }
  return listAt(json, 'status', 'loadBalancer', 'ingress').length > 0
    ? healthy('LoadBalancerReady')
    : progressing('LoadBalancerPending', 'It has no address yet');
};

/** An Ingress as Argo CD reads it. */
export const ingressHealth: HealthCheck = ({ json }) =>
  listAt(json, 'status', 'loadBalancer', 'ingress').length > 0
    ? healthy('AddressAssigned')
    : progressing('AddressPending', 'It has no address yet');

/**
 * A PodDisruptionBudget as Argo CD reads it: too few pods are no failure of the budget. One that its controller has
 * observed is Healthy also without conditions, as in kstatus.
 */
export const disruptionBudgetHealth: HealthCheck = ({ json }) => {
  const conditions = conditionsOf(json);
  const failure = conditions.find(
    ({ status, reason }) => status === 'False' && reason !== 'InsufficientPods',
  );
  if (failure !== undefined) {
    return degraded(failure.reason || 'NotComputed', failure.message);
  }
  if (conditions.length > 0) {
    return healthy(conditions[0].reason || 'Computed', conditions[0].message);
  }
  return integerAt(json, 'status', 'observedGeneration') === undefined
    ? progressing('NotObserved', 'The controller has not seen it yet')
    : healthy('Observed');
};
