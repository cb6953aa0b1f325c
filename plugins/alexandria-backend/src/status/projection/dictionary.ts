const labels = {
  'app.kubernetes.io/managed-by': 'Helm',
  'app.kubernetes.io/version': '',
  'helm.sh/chart': 'alexandria-',
  'app.kubernetes.io/name': 'alexandria-ee',
  'app.kubernetes.io/instance': 'alexandria',
  'app.kubernetes.io/component': 'server',
  'app.kubernetes.io/part-of': 'alexandria',
  'backstage.io/kubernetes-id': '',
};

const metadata = (name: string) => ({
  name,
  namespace: '',
  uid: '',
  resourceVersion: '',
  generation: 1,
  creationTimestamp: '2026-',
  labels,
});

const owner = (kind: string) => [
  { kind, name: 'alexandria-', uid: '', controller: true },
];

const condition = (
  type: string,
  status: string,
  reason?: string,
  message?: string,
) => ({
  type,
  status,
  reason,
  message,
  lastTransitionTime: '2026-',
});

/** As a Deployment has them. */
const updated = (...parts: Parameters<typeof condition>) => ({
  ...condition(...parts),
  lastUpdateTime: '2026-',
});

const volumes = ['nginx-config', 'config', 'etc-alexandria', 'run', 'data'];
const mounts = [...volumes, 'tmp'].map(name => ({ name }));

const secretKey = (name: string, key: string) => ({
  valueFrom: { secretKeyRef: { name, key } },
});

const image = (name: string) => `ghcr.io/alexandriaproject/${name}:v1.0.0`;

const containers = [
  { name: 'api', image: image('ee-api') },
  { name: 'orchestrator', image: image('ce') },
  { name: 'dashboard', image: image('ee-dashboard') },
];

const autoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: metadata('alexandria'),
  spec: {
    scaleTargetRef: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'alexandria',
    },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: ['memory', 'cpu'].map(name => ({
      type: 'Resource',
      resource: {
        name,
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    })),
    behavior: {
      scaleUp: {
        stabilizationWindowSeconds: 0,
        selectPolicy: 'Max',
        policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
      },
    },
  },
  status: {
    observedGeneration: 1,
    lastScaleTime: '2026-',
    currentReplicas: 2,
    desiredReplicas: 2,
    currentMetrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: { averageUtilization: 60, averageValue: '300m' },
        },
      },
    ],
    conditions: [
      condition(
        'AbleToScale',
        'True',
        'ReadyForNewScale',
        'recommended size matches current size',
      ),
      condition(
        'ScalingActive',
        'True',
        'ValidMetricFound',
        'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      ),
      condition(
        'ScalingLimited',
        'False',
        'DesiredWithinRange',
        'the desired count is within the acceptable range',
      ),
    ],
  },
};

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    ...metadata('alexandria'),
    annotations: { 'deployment.kubernetes.io/revision': '1' },
    managedFields: [
      { manager: 'helm', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
      { manager: 'kube-controller-manager', subresource: 'status' },
    ],
  },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    progressDeadlineSeconds: 600,
    strategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    },
    template: {
      metadata: { labels },
      spec: {
        restartPolicy: 'Always',
        initContainers: [
          { name: 'config-init', image: image('ce'), volumeMounts: mounts },
          { name: 'llm-init-', image: image('ce'), volumeMounts: mounts },
        ],
        containers: containers.map(container => ({
          ...container,
          env: [
            secretKey('alexandria-auth', 'jwt-secret'),
            secretKey('alexandria-auth', 'admin-password'),
            secretKey('alexandria-database', 'database-url'),
            secretKey('alexandria-oidc', 'oidc-client-secret'),
            secretKey('alexandria-llm', 'api-key'),
          ],
          volumeMounts: mounts,
        })),
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName: '-data' } },
          ...mounts.map(({ name }) => ({ name, emptyDir: {} })),
        ],
      },
    },
  },
  status: {
    observedGeneration: 1,
    replicas: 2,
    updatedReplicas: 2,
    readyReplicas: 2,
    availableReplicas: 2,
    unavailableReplicas: 0,
    conditions: [
      updated(
        'Available',
        'True',
        'MinimumReplicasAvailable',
        'Deployment has minimum availability.',
      ),
      updated(
        'Progressing',
        'True',
        'NewReplicaSetAvailable',
        'ReplicaSet "alexandria-" has successfully progressed.',
      ),
    ],
  },
};

const replicaSet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    ...metadata('alexandria-'),
    annotations: { 'deployment.kubernetes.io/revision': '1' },
    ownerReferences: owner('Deployment'),
  },
  spec: {
    replicas: 0,
    template: {
      metadata: { annotations: { 'checksum/config': '' } },
      spec: {
        initContainers: [{ name: 'config-init', image: image('ce') }],
        containers,
      },
    },
  },
  status: { observedGeneration: 1, replicas: 0 },
};

/** The kinds of which an instance has one, or few. */
const single = [
  {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadata('alexandria-'),
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: '' },
      target: { name: '', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: [{ secretKey: '', remoteRef: { key: '', property: '' } }],
    },
    status: {
      refreshTime: '2026-',
      conditions: [condition('Ready', 'True', 'SecretSynced')],
    },
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    spec: {
      dnsNames: [''],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: '' },
    },
    status: { notAfter: '', notBefore: '', renewalTime: '' },
  },
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata('alexandria'),
    spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
    status: {
      observedGeneration: 1,
      currentHealthy: 2,
      desiredHealthy: 1,
      disruptionsAllowed: 1,
      expectedPods: 2,
      conditions: [condition('DisruptionAllowed', 'True', 'SufficientPods')],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata('alexandria'),
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [''], secretName: 'alexandria-tls' }],
      rules: [
        {
          host: '',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: 'alexandria', port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '' }] } },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...metadata('alexandria-data'),
      finalizers: ['kubernetes.io/pvc-protection'],
    },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '50Gi' } },
      storageClassName: 'standard',
      volumeMode: 'Filesystem',
      volumeName: 'pvc-',
    },
    status: {
      phase: 'Bound',
      accessModes: ['ReadWriteMany'],
      capacity: { storage: '50Gi' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('alexandria'),
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.',
      clusterIPs: ['10.'],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
      ports: [{ name: 'http', protocol: 'TCP', port: 80, targetPort: 'http' }],
      selector: labels,
    },
    status: { loadBalancer: {} },
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata('alexandria-'),
      labels: {
        ...labels,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': 'alexandria',
      },
      ownerReferences: owner('Service'),
    },
    addressType: 'IPv4',
    endpoints: [
      { conditions: { ready: true, serving: true, terminating: false } },
    ],
  },
];

const failing = (name: string) => ({
  name,
  ready: false,
  restartCount: 5,
  state: {
    waiting: {
      reason: 'CrashLoopBackOff',
      message: 'back-off 5m0s restarting failed container=',
    },
  },
  lastState: {
    terminated: {
      exitCode: 1,
      reason: 'Error',
      message: '',
      startedAt: '2026-',
      finishedAt: '2026-',
    },
  },
});

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    ...metadata('alexandria-'),
    labels: { ...labels, 'pod-template-hash': '' },
    ownerReferences: owner('ReplicaSet'),
  },
  spec: {
    nodeName: '.compute.internal',
    restartPolicy: 'Always',
    initContainers: [{ name: 'config-init', image: image('ce') }],
    containers,
  },
  status: {
    phase: 'Running',
    startTime: '2026-',
    conditions: [
      condition(
        'Ready',
        'False',
        'ContainersNotReady',
        'containers with unready status: [',
      ),
      condition('PodReadyToStartContainers', 'True'),
      condition('Initialized', 'True'),
      condition('Ready', 'True'),
      condition('ContainersReady', 'True'),
      condition('PodScheduled', 'True'),
    ],
    initContainerStatuses: [
      {
        name: 'config-init',
        image: image('ce'),
        ready: true,
        restartCount: 0,
        state: {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            startedAt: '2026-',
            finishedAt: '2026-',
            containerID: 'containerd://',
          },
        },
      },
    ],
    containerStatuses: [
      failing('api'),
      ...containers.map(container => ({
        ...container,
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: '2026-' } },
      })),
    ],
  },
};

/**
 * What projections have in common, which is most of them: what is packed refers to it in place of repeating it. Nothing
 * depends on what is in it but the size of what is packed in this process. What occurs most is last, where it is found best.
 */
export const dictionary = Buffer.from(
  [...single, autoscaler, deployment, replicaSet, pod]
    .map(object => JSON.stringify(object))
    .join(''),
);
