import { Condition, conditionsOf } from '../objects/conditions';
import { recordsAt, textAt } from '../objects/read';
import {
  degraded,
  HealthCheck,
  healthy,
  ObjectHealth,
  progressing,
} from './HealthCheck';

const holds = (conditions: Condition[], type: string) =>
  conditions.find(
    condition => condition.type === type && condition.status === 'True',
  );

const fails = (conditions: Condition[], type: string) =>
  conditions.find(
    condition => condition.type === type && condition.status === 'False',
  );

/** Healthy or Degraded by one condition, as Argo CD reads the objects of operators; Progressing while it is not set. */
export const byCondition =
  (type: string, waitingFor: string): HealthCheck =>
  ({ json }) => {
    const condition = conditionsOf(json).find(
      ({ type: of, status }) =>
        of === type && (status === 'True' || status === 'False'),
    );
    if (condition === undefined) {
      return progressing('NotObserved', `Waiting for ${waitingFor}`);
    }
    return condition.status === 'True'
      ? healthy(condition.reason || type, condition.message)
      : degraded(condition.reason || `Not${type}`, condition.message);
  };

/** A Certificate as Argo CD reads it: one that is being issued is in progress, whatever else its conditions say. */
export const certificateHealth: HealthCheck = (object, now) => {
  const issuing = holds(conditionsOf(object.json), 'Issuing');
  return issuing === undefined
    ? byCondition('Ready', 'cert-manager')(object, now)
    : progressing(issuing.reason || 'Issuing', issuing.message);
};

/** Accepted, resolved and programmed, as Argo CD reads the objects of the Gateway API. */
function gatewayHealth(conditions: Condition[]): ObjectHealth | undefined {
  const failure =
    fails(conditions, 'ResolvedRefs') ?? fails(conditions, 'Accepted');
  if (failure !== undefined) {
    return degraded(failure.reason || `Not${failure.type}`, failure.message);
  }
  const pending = conditions.find(
    ({ type, status }) => type === 'Programmed' && status !== 'True',
  );
  return pending && progressing(pending.reason || 'Pending', pending.message);
}

/** A Gateway as Argo CD reads it, with its listeners. */
export const gatewayObjectHealth: HealthCheck = ({ json }) => {
  const conditions = conditionsOf(json);
  const listeners = recordsAt(json, 'status', 'listeners');
  const all = [
    conditions,
    ...listeners.map(listener => conditionsOf(listener, 'conditions')),
  ];
  for (const each of all) {
    const problem = gatewayHealth(each);
    if (problem !== undefined) {
      return problem;
    }
  }
  return conditions.length > 0 || listeners.length > 0
    ? healthy('Programmed')
    : progressing('NotObserved', 'Waiting for a Gateway controller');
};

/** The parents of a route whose conditions are about its latest generation. */
export function routeParents({
  json,
  generation,
}: Parameters<HealthCheck>[0]): { name: string; conditions: Condition[] }[] {
  return recordsAt(json, 'status', 'parents')
    .filter(parent => {
      const conditions = recordsAt(parent, 'conditions');
      return (
        conditions.length > 0 &&
        conditions.every(
          ({ observedGeneration: observed }) =>
            generation === undefined ||
            observed === undefined ||
            observed === null ||
            observed === generation,
        )
      );
    })
    .map(parent => ({
      name: textAt(parent, 'parentRef', 'name'),
      conditions: conditionsOf(parent, 'conditions'),
    }));
}

/** A route of the Gateway API as Argo CD reads it. */
export const routeHealth: HealthCheck = object => {
  const parents = routeParents(object);
  for (const { name, conditions } of parents) {
    const problem = gatewayHealth(conditions);
    if (problem !== undefined) {
      return { ...problem, message: `${name}: ${problem.message}` };
    }
  }
  return parents.length > 0
    ? healthy('Accepted')
    : progressing('NotObserved', 'Waiting for a Gateway controller');
};

/** A CustomResourceDefinition as kstatus reads it; a schema that is not structural is Degraded, as in Argo CD. */
export const definitionHealth: HealthCheck = ({ json }) => {
  const conditions = conditionsOf(json);
  const conflict = fails(conditions, 'NamesAccepted');
  if (conflict !== undefined) {
    return degraded(conflict.reason || 'NamesNotAccepted', conflict.message);
  }
  const refused = fails(conditions, 'Established');
  if (refused !== undefined && refused.reason !== 'Installing') {
    return degraded(refused.reason || 'NotEstablished', refused.message);
  }
  const violation = holds(conditions, 'NonStructuralSchema');
  if (violation !== undefined) {
    return degraded(violation.reason || violation.type, violation.message);
  }
  return holds(conditions, 'Established') === undefined
    ? progressing('Installing', 'Not established yet')
    : healthy('Established');
};

/** An APIService as Argo CD reads it. */
export const apiServiceHealth: HealthCheck = ({ json }) => {
  const available = conditionsOf(json).find(({ type }) => type === 'Available');
  return available?.status === 'True'
    ? healthy(available.reason || 'Available', available.message)
    : progressing(
        available?.reason || 'NotObserved',
        available?.message || 'Not available yet',
      );
};

/** Anything else, by the condition Ready as kstatus reads it; current where there is none. */
export const readyHealth: HealthCheck = ({ json }) => {
  const ready = conditionsOf(json).find(
    ({ type, status }) =>
      type === 'Ready' && ['True', 'False', 'Unknown'].includes(status),
  );
  if (ready === undefined) {
    return healthy('Current');
  }
  return ready.status === 'True'
    ? healthy(ready.reason || 'Ready', ready.message)
    : progressing(ready.reason || 'NotReady', ready.message);
};
