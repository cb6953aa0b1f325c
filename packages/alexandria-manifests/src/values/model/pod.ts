import { z } from 'zod';
import { integer, list, port, text, withDefault } from './fields';
import {
  annotations,
  container,
  envFrom,
  envVar,
  jsonObject,
  labels,
  optionalObjectName,
  perContainer,
  policyRule,
  probe,
  resources,
  restartProbe,
  volume,
  volumeMount,
} from './kubernetes';
import * as patterns from './patterns';

function resourceDefaults(
  requests: [cpu: string, memory: string],
  limits: [cpu: string, memory: string],
) {
  return withDefault(resources, {
    requests: { cpu: requests[0], memory: requests[1] },
    limits: { cpu: limits[0], memory: limits[1] },
  });
}

const resourcesByUse = z.strictObject({
  api: resourceDefaults(['100m', '128Mi'], ['500m', '512Mi']),
  orchestrator: resourceDefaults(['250m', '256Mi'], ['2000m', '2Gi']),
  dashboard: resourceDefaults(['10m', '16Mi'], ['100m', '64Mi']),
  init: resourceDefaults(['10m', '32Mi'], ['500m', '256Mi']),
  jobs: resourceDefaults(['10m', '32Mi'], ['200m', '128Mi']),
});

const serviceAccount = z.strictObject({
  create: withDefault(z.boolean(), true),
  name: withDefault(optionalObjectName, ''),
  annotations: withDefault(annotations, {}),
});

const rbac = z.strictObject({
  create: withDefault(z.boolean(), false),
  clusterScoped: withDefault(z.boolean(), true),
  rules: list(policyRule),
});

const live = { path: '/live', port: 'api' };

/** The sections of the values that shape the pod. */
export const podSections = {
  resources: resourcesByUse,
  serviceAccount,
  rbac,
  podSecurityContext: withDefault(jsonObject, {
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
    fsGroup: 1000,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  }),
  containerSecurityContext: withDefault(jsonObject, {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
  }),
  dashboard: z.strictObject({
    port: withDefault(port(), 80),
    clientMaxBodySize: withDefault(
      text("a size in nginx's notation such as 64m", patterns.nginxSize),
      '64m',
    ),
  }),
  startupProbe: withDefault(restartProbe, {
    httpGet: live,
    periodSeconds: 5,
    failureThreshold: 60,
  }),
  livenessProbe: withDefault(restartProbe, {
    httpGet: live,
    initialDelaySeconds: 10,
    periodSeconds: 15,
    failureThreshold: 3,
  }),
  readinessProbe: withDefault(probe, {
    httpGet: { path: '/ready', port: 'api' },
    initialDelaySeconds: 5,
    periodSeconds: 10,
    failureThreshold: 3,
  }),
  terminationGracePeriodSeconds: withDefault(integer(0, 2147483647), 30),
  extraEnv: perContainer(envVar),
  extraEnvFrom: perContainer(envFrom),
  extraVolumes: list(volume),
  extraVolumeMounts: perContainer(volumeMount),
  extraContainers: list(container),
  podAnnotations: withDefault(annotations, {}),
  podLabels: withDefault(labels, {}),
  nodeSelector: withDefault(labels, {}),
  tolerations: list(jsonObject),
  affinity: withDefault(jsonObject, {}),
  topologySpreadConstraints: list(jsonObject),
  priorityClassName: withDefault(optionalObjectName, ''),
  runtimeClassName: withDefault(optionalObjectName, ''),
};
