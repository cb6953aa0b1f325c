import { conditionOf } from '../objects/conditions';
import { KubernetesObject, readObject } from '../objects/KubernetesObject';
import { Json, listAt, integerAt } from '../objects/read';
import { autoscalerHealth } from './autoscalerHealth';
import { cronJobHealth, jobHealth } from './batch';
import {
  apiServiceHealth,
  byCondition,
  certificateHealth,
  definitionHealth,
  gatewayObjectHealth,
  readyHealth,
  routeHealth,
} from './conditions';
import {
  disruptionBudgetHealth,
  ingressHealth,
  serviceHealth,
  volumeClaimHealth,
} from './core';
import {
  degraded,
  HealthCheck,
  ObjectHealth,
  progressing,
} from './HealthCheck';
import { podHealth } from './podHealth';
import { quoted } from '../texts';
import {
  daemonSetHealth,
  deploymentHealth,
  replicaSetHealth,
  statefulSetHealth,
} from './workloads';

const externalSecrets = byCondition('Ready', 'External Secrets');
const issuer = byCondition('Ready', 'cert-manager');

/** By group and kind. */
const CHECKS = new Map<string, HealthCheck>([
  ['/PersistentVolumeClaim', volumeClaimHealth],
  ['/Pod', podHealth],
  ['/Service', serviceHealth],
  ['apiextensions.k8s.io/CustomResourceDefinition', definitionHealth],
  ['apiregistration.k8s.io/APIService', apiServiceHealth],
  ['apps/DaemonSet', daemonSetHealth],
  ['apps/Deployment', deploymentHealth],
  ['apps/ReplicaSet', replicaSetHealth],
  ['apps/StatefulSet', statefulSetHealth],
  ['autoscaling/HorizontalPodAutoscaler', autoscalerHealth],
  ['batch/CronJob', cronJobHealth],
  ['batch/Job', jobHealth],
  ['bitnami.com/SealedSecret', byCondition('Synced', 'Sealed Secrets')],
  ['cert-manager.io/Certificate', certificateHealth],
  ['cert-manager.io/ClusterIssuer', issuer],
  ['cert-manager.io/Issuer', issuer],
  ['extensions/Ingress', ingressHealth],
  ['external-secrets.io/ClusterSecretStore', externalSecrets],
  ['external-secrets.io/ExternalSecret', externalSecrets],
  ['external-secrets.io/PushSecret', externalSecrets],
  ['external-secrets.io/SecretStore', externalSecrets],
  ['gateway.networking.k8s.io/GRPCRoute', routeHealth],
  ['gateway.networking.k8s.io/Gateway', gatewayObjectHealth],
  ['gateway.networking.k8s.io/HTTPRoute', routeHealth],
  ['networking.k8s.io/Ingress', ingressHealth],
  ['policy/PodDisruptionBudget', disruptionBudgetHealth],
]);

/** What kstatus asks of every object before it looks at its kind. */
function genericHealth(object: KubernetesObject): ObjectHealth | undefined {
  const { json, generation } = object;
  const observed = integerAt(json, 'status', 'observedGeneration');
  if (
    generation !== undefined &&
    observed !== undefined &&
    observed < generation
  ) {
    return progressing(
      'GenerationNotObserved',
      `Generation ${generation} has not been observed, only ${observed}`,
    );
  }
  const reconciling = conditionOf(json, 'Reconciling');
  if (reconciling?.status === 'True') {
    return progressing(
      reconciling.reason || 'Reconciling',
      reconciling.message,
    );
  }
  const stalled = conditionOf(json, 'Stalled');
  return stalled?.status === 'True'
    ? degraded(stalled.reason || 'Stalled', stalled.message)
    : undefined;
}

/** The health of an object that has been read. */
export function healthOf(object: KubernetesObject, now: number): ObjectHealth {
  const isHook = listAt(object.json, 'metadata', 'finalizers').includes(
    'argocd.argoproj.io/hook-finalizer',
  );
  if (object.deletedAt !== undefined && !isHook) {
    return progressing('PendingDeletion', 'Pending deletion');
  }
  const check = CHECKS.get(`${object.group}/${object.kind}`);
  // A Deployment that is paused is Suspended whatever its controller has seen.
  return check === deploymentHealth
    ? deploymentHealth(object, now)
    : genericHealth(object) ?? (check ?? readyHealth)(object, now);
}

/**
 * The health of one object by itself, as Argo CD and kstatus read it. What no rule is known for is Healthy unless its
 * conditions say otherwise, as in both. Takes any JSON and never throws.
 *
 * @returns undefined for what is no object of Kubernetes: it has no kind
 *
 * @public
 */
export function objectHealth(json: Json, now: Date): ObjectHealth | undefined {
  const object = readObject(json);
  if (object === undefined) {
    return undefined;
  }
  const health = healthOf(object, now.getTime());
  return { ...health, message: quoted(health.message) };
}
