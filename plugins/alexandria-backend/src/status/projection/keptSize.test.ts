import { createHash } from 'node:crypto';
import { watchedResources } from '../watchedResources';
import { projectionOf, projectObject } from './projectObject';

/** The specification's limit for what is kept of an object, in bytes. */
const MOST = 1024;

/** Something that no dictionary knows, as uids, hashes and addresses are. */
let drawn = 0;
function draw(length: number): string {
  drawn += 1;
  const hash = createHash('sha256').update(String(drawn)).digest('hex');
  return hash.slice(0, length);
}

const uid = () => `${draw(8)}-${draw(4)}-4${draw(3)}-a${draw(3)}-${draw(12)}`;

let second = 0;
const time = () => {
  second += 3_671;
  return new Date(Date.UTC(2026, 2, 3) + second * 1_000).toISOString();
};

const labels = (name: string) => ({
  'app.kubernetes.io/name': 'alexandria-ee',
  'app.kubernetes.io/instance': name,
  'app.kubernetes.io/component': 'server',
  'app.kubernetes.io/part-of': 'alexandria',
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/version': '2.14.3',
  'helm.sh/chart': 'alexandria-ee-1.9.0',
  'backstage.io/kubernetes-id': name,
  'argocd.argoproj.io/instance': `${name}-production`,
  'cost.acme.io/centre': draw(6),
});

const NAME = 'customer-payments-assistant-production';
const NAMESPACE = 'customer-payments-europe-production';

const metadata = (suffix = '', owner?: string) => ({
  name: `${NAME}${suffix}`,
  namespace: NAMESPACE,
  uid: uid(),
  resourceVersion: `4${parseInt(draw(7), 16)}`,
  generation: 42,
  creationTimestamp: time(),
  labels: { ...labels(NAME), ...(owner && { 'pod-template-hash': draw(10) }) },
  annotations: { note: draw(64).repeat(40) },
  ...(owner && {
    ownerReferences: [
      { kind: owner, name: NAME, uid: uid(), controller: true },
    ],
  }),
  managedFields: ['argocd-controller', 'kube-controller-manager'].map(
    manager => ({
      manager,
      operation: 'Update',
      fieldsV1: { 'f:spec': { 'f:replicas': {}, 'f:template': {} } },
    }),
  ),
});

const condition = (
  type: string,
  status: string,
  reason: string,
  message: string,
) => ({
  ...{ type, status, reason, message },
  lastTransitionTime: time(),
  lastUpdateTime: time(),
});

const image = (name: string) =>
  `registry.acme.io/mirror/alexandriaproject/${name}:v2.14.3`;

const initContainers = ['config-init', 'llm-init-claude', 'llm-init-azure'].map(
  name => ({ name, image: image('ce') }),
);
const containers = [
  ['api', 'ee-api'],
  ['orchestrator', 'ce'],
  ['dashboard', 'ee-dashboard'],
].map(([name, of]) => ({ name, image: image(of) }));

const crashing = ({ name, image: of }: { name: string; image: string }) => ({
  name,
  image: of,
  imageID: `${of}@sha256:${draw(64)}`,
  containerID: `containerd://${draw(64)}`,
  ready: false,
  restartCount: parseInt(draw(2), 16),
  state: {
    waiting: {
      reason: 'CrashLoopBackOff',
      message: `back-off 5m0s restarting failed container=${name} pod=${NAME}-7d9c_${NAMESPACE}(${uid()})`,
    },
  },
  lastState: {
    terminated: {
      exitCode: 1,
      reason: 'Error',
      startedAt: time(),
      finishedAt: time(),
      containerID: `containerd://${draw(64)}`,
    },
  },
});

const pod = {
  metadata: metadata('-7d9c5b8f64-x2x9q', 'ReplicaSet'),
  spec: {
    nodeName: `ip-10-113-${draw(3)}.eu-central-1.compute.internal`,
    initContainers,
    containers: containers.map(container => ({
      ...container,
      env: [{ name: 'A', value: draw(64).repeat(20) }],
    })),
  },
  status: {
    phase: 'Running',
    startTime: time(),
    conditions: [
      condition('PodReadyToStartContainers', 'True', '', ''),
      condition('Initialized', 'True', '', ''),
      ...['Ready', 'ContainersReady'].map(type =>
        condition(
          type,
          'False',
          'ContainersNotReady',
          'containers with unready status: [api orchestrator dashboard]',
        ),
      ),
      condition('PodScheduled', 'True', '', ''),
    ],
    initContainerStatuses: initContainers.map(container => ({
      ...container,
      ready: true,
      restartCount: 0,
      state: {
        terminated: {
          exitCode: 0,
          reason: 'Completed',
          startedAt: time(),
          finishedAt: time(),
          containerID: `containerd://${draw(64)}`,
        },
      },
    })),
    containerStatuses: containers.map(crashing),
  },
};

const secretVariables = [
  ['alexandria-auth', 'jwt-secret'],
  ['alexandria-auth', 'admin-password'],
  ['alexandria-database', 'database-url'],
  ['alexandria-oidc', 'oidc-okta-client-secret'],
  ['alexandria-oidc', 'oidc-entra-client-secret'],
  ['alexandria-llm', 'claude-api-key'],
  ['alexandria-llm', 'azure-openai-api-key'],
].map(([name, key]) => ({
  name: key,
  valueFrom: { secretKeyRef: { name, key } },
}));

const largest: Record<string, object> = {
  Pod: pod,
  Deployment: {
    metadata: metadata(),
    spec: {
      replicas: 12,
      selector: { matchLabels: labels(NAME) },
      template: {
        metadata: { labels: labels(NAME) },
        spec: {
          initContainers: initContainers.map(container => ({
            ...container,
            env: secretVariables,
          })),
          containers: containers.map(container => ({
            ...container,
            env: secretVariables,
          })),
          volumes: [
            {
              name: 'data',
              persistentVolumeClaim: { claimName: `${NAME}-data` },
            },
            { name: 'saml', secret: { secretName: `${NAME}-saml` } },
          ],
        },
      },
    },
    status: {
      observedGeneration: 42,
      replicas: 12,
      unavailableReplicas: 12,
      conditions: [
        condition(
          'Available',
          'False',
          'MinimumReplicasUnavailable',
          'Deployment does not have minimum availability.',
        ),
        condition(
          'ReplicaFailure',
          'True',
          'FailedCreate',
          `pods "${NAME}-7d9c5b8f64-" is forbidden: exceeded quota: compute, requested: limits.cpu=10200m,limits.memory=18560Mi, used: limits.cpu=102, limited: limits.cpu=110`,
        ),
        condition(
          'Progressing',
          'False',
          'ProgressDeadlineExceeded',
          `ReplicaSet "${NAME}-7d9c5b8f64" has timed out progressing.`,
        ),
      ],
    },
  },
  ReplicaSet: {
    metadata: {
      ...metadata('-7d9c5b8f64', 'Deployment'),
      annotations: {
        'deployment.kubernetes.io/revision': '42',
        'deployment.kubernetes.io/revision-history': '17,23,38',
        'deployment.kubernetes.io/desired-replicas': '12',
        'kubernetes.io/change-cause': draw(64).repeat(40),
      },
    },
    spec: {
      replicas: 12,
      template: {
        metadata: {
          annotations: {
            'checksum/config': draw(64),
            'kubectl.kubernetes.io/restartedAt': time(),
          },
        },
        spec: {
          initContainers,
          containers: containers.map(container => ({
            ...container,
            image: `${container.image}@sha256:${draw(64)}`,
            env: secretVariables,
          })),
        },
      },
    },
    status: {
      observedGeneration: 42,
      replicas: 12,
      readyReplicas: 11,
      availableReplicas: 10,
      conditions: [
        condition(
          'ReplicaFailure',
          'True',
          'FailedCreate',
          `pods "${NAME}-7d9c5b8f64-" is forbidden: exceeded quota: compute, requested: limits.cpu=10200m`,
        ),
      ],
    },
  },
  HorizontalPodAutoscaler: {
    metadata: metadata(),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: NAME },
      minReplicas: 2,
      maxReplicas: 40,
      metrics: ['cpu', 'memory'].map(name => ({
        type: 'ContainerResource',
        containerResource: {
          container: 'orchestrator',
          name,
          target: { type: 'Utilization', averageUtilization: 70 },
        },
      })),
    },
    status: {
      lastScaleTime: time(),
      currentReplicas: 12,
      desiredReplicas: 12,
      conditions: [
        condition(
          'AbleToScale',
          'True',
          'SucceededGetScale',
          "the HPA controller was able to get the target's current scale",
        ),
        condition(
          'ScalingActive',
          'False',
          'FailedGetContainerResourceMetric',
          'the HPA was unable to compute the replica count: failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server is currently unable to handle the request (get pods.metrics.k8s.io)',
        ),
      ],
    },
  },
  EndpointSlice: {
    metadata: metadata('-q8x2v', 'Service'),
    addressType: 'IPv4',
    endpoints: Array.from({ length: 100 }, (_, index) => ({
      addresses: [`10.244.${index}.7`],
      conditions: { ready: index % 3 > 0, serving: true, terminating: false },
      targetRef: { kind: 'Pod', name: `${NAME}-${draw(5)}`, uid: uid() },
    })),
  },
  ExternalSecret: {
    metadata: metadata(),
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault-production' },
      target: { name: 'alexandria-auth', creationPolicy: 'Owner' },
      data: secretVariables.map(({ name }) => ({
        secretKey: name,
        remoteRef: { key: `teams/payments/production/${name}`, property: name },
      })),
    },
    status: {
      refreshTime: time(),
      conditions: [
        condition(
          'Ready',
          'False',
          'SecretSyncedError',
          'could not get secret data from provider: permission denied',
        ),
      ],
    },
  },
};

describe('what is kept of an object', () => {
  it.each(watchedResources.map(type => [type.kind, type] as const))(
    'of kind %s is at most 1 KB, however much there is of it',
    (kind, type) => {
      const kept = projectObject(type, {
        metadata: metadata(),
        ...largest[kind],
      });
      expect(projectionOf(kept).kind).toBe(kind);
      expect(kept.packed.length).toBeLessThanOrEqual(MOST);
    },
  );
});
