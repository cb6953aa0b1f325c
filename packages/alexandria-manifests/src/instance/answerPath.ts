import { overlaps } from '../values/path';

/** Which answer of an environment, or of the instance, decides a value. Later entries are more general. */
const decidedBy: readonly [value: string, answer: string][] = [
  ['config.webauthn.rpName', 'access.rpName'],
  ['config.webauthn', '$.host'],
  ['config.database', '$.database'],
  ['config.security', 'exposure.kind'],
  ['image.api', '$.imageTag'],
  ['image.orchestrator', '$.imageTag'],
  ['image.dashboard', '$.imageTag'],
  ['imagePullSecrets', 'images.pullSecret'],
  ['autoscaling', '$.autoscaling'],
  ['replicaCount', '$.replicas'],
  ['persistence.accessMode', '$.storage.shared'],
  ['persistence', '$.storage'],
  ['resources', '$.size'],
  ['networkPolicy.postgres', '$.postgres'],
  ['networkPolicy', 'exposure.networkPolicy'],
  ['ingress', 'exposure.kind'],
  ['httpRoute.parentRefs', 'exposure.gateway'],
  ['httpRoute', 'exposure.kind'],
  ['federation.saml.certManager', 'access.samlIssuer'],
  ['federation.saml', 'access.samlKeyPair'],
  ['federation.existingSecret', 'secrets'],
  ['federation', 'access.providers'],
  ['llmBackends', 'llmBackends'],
  ['auth', 'secrets'],
  ['externalSecrets', 'secrets'],
  ['metrics.serviceMonitor', 'observability.serviceMonitor'],
  ['metrics', 'observability.metrics'],
  ['otel', 'observability.otelEndpoint'],
  ['backstage', 'name'],
  ['release.namespace', '$.namespace'],
];

/**
 * The answer behind a value.
 *
 * @param valuePath - path in the values of the environment
 * @param environment - path of the environment, for example `environments[0]`
 * @returns a path in the answers; the environment's own where no single answer decides
 */
export function answerPath(valuePath: string, environment: string): string {
  const found = decidedBy.find(([value]) => overlaps(value, valuePath));
  return found ? found[1].replace('$', environment) : environment;
}
