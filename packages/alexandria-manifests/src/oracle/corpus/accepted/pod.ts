import { AcceptedCase } from './AcceptedCase';

const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};

/** The pod and its containers. */
export const podCases: AcceptedCase[] = [
  {
    name: 'images by digest, with every pull policy',
    values: {
      image: {
        api: { digest: `sha256:${'a'.repeat(64)}`, tag: 'v1.0.0' },
        orchestrator: {
          repository: 'localhost:5000/ce',
          digest: `sha512:${'0'.repeat(128)}`,
          pullPolicy: 'Always',
        },
        dashboard: { repository: 'dashboard', tag: '1e3', pullPolicy: 'Never' },
        configInit: {
          repository: 'busybox',
          tag: '1.37',
          pullPolicy: 'Always',
        },
      },
      imagePullSecrets: [{ name: 'regcred' }, { name: 'on' }],
    },
  },
  {
    name: 'ports other than the defaults',
    values: {
      dashboard: { port: 8081, clientMaxBodySize: '1g' },
      config: { api: { port: 65535, bind: '::' } },
    },
  },
  {
    name: 'an address of IPv6 in short',
    values: { config: { api: { bind: 'fd00::1' } } },
  },
  {
    name: 'a service account that is there',
    values: { serviceAccount: { create: false, name: 'runner' } },
  },
  {
    name: 'the default service account',
    values: { serviceAccount: { create: false } },
  },
  {
    name: 'a ClusterRole',
    values: {
      rbac: {
        create: true,
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
          { nonResourceURLs: ['/healthz'], verbs: ['get'] },
        ],
      },
    },
  },
  {
    name: 'a Role without rules, for another service account',
    values: {
      rbac: { create: true, clusterScoped: false },
      serviceAccount: { name: 'runner' },
    },
  },
  {
    name: 'variables, volumes, mounts and containers of one’s own',
    values: {
      extraEnv: {
        api: [
          { name: 'PLAIN', value: 'on' },
          { name: 'NUMBER', value: '0123' },
          { name: 'EMPTY', value: '' },
          { name: 'NOTHING' },
          { name: 'EXPANDED', value: '$(PLAIN)-$$' },
          {
            name: 'NODE',
            valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
          },
        ],
        orchestrator: [{ name: 'PLAIN', value: 'a\nb\n' }],
        dashboard: [{ name: 'PLAIN', value: ': "' }],
      },
      extraEnvFrom: {
        api: [{ configMapRef: { name: 'env', optional: true } }],
        orchestrator: [{ prefix: 'A_', secretRef: { name: 'env' } }],
        dashboard: [{ secretRef: { name: 'env' } }],
      },
      extraVolumes: [
        { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
        { name: 'ca', configMap: { name: 'ca', defaultMode: 292 } },
      ],
      extraVolumeMounts: {
        api: [
          { name: 'scratch', mountPath: '/scratch' },
          { name: 'data', mountPath: '/more', subPath: 'a', readOnly: true },
        ],
        orchestrator: [{ name: 'ca', mountPath: '/etc/ssl/ca' }],
        dashboard: [{ name: 'ca', mountPath: '/etc/ssl/ca' }],
      },
      extraContainers: [
        {
          name: 'proxy',
          image: 'proxy:1',
          args: ['--listen', '0.0.0.0:9000'],
          ports: [{ name: 'proxy', containerPort: 9000 }],
          env: [{ name: 'A', value: '1' }],
          volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }],
          securityContext: restricted,
        },
        { name: 'second', image: 'proxy:1', securityContext: restricted },
      ],
    },
  },
  {
    name: 'autoscaling by a container of one’s own',
    values: {
      autoscaling: { enabled: true, container: 'proxy' },
      extraContainers: [
        { name: 'proxy', image: 'proxy:1', securityContext: restricted },
      ],
      persistence: { accessMode: 'ReadWriteMany' },
      config: { database: { existingSecret: 'db' } },
      auth: { existingSecret: 'auth' },
    },
  },
  {
    name: 'where pods may run',
    values: {
      nodeSelector: { 'kubernetes.io/os': 'linux', disk: 'on', cores: '8' },
      tolerations: [
        {
          key: 'dedicated',
          operator: 'Equal',
          value: 'alexandria',
          effect: 'NoExecute',
          tolerationSeconds: 3600,
        },
        { operator: 'Exists' },
      ],
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 100,
              podAffinityTerm: {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: {
                  matchLabels: { 'app.kubernetes.io/name': 'alexandria-ee' },
                },
              },
            },
          ],
        },
      },
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: {
            matchLabels: { 'app.kubernetes.io/name': 'alexandria-ee' },
          },
        },
        {
          maxSkew: 2,
          topologyKey: 'kubernetes.io/hostname',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: {
            matchLabels: { 'app.kubernetes.io/name': 'alexandria-ee' },
          },
        },
      ],
      priorityClassName: 'system-cluster-critical',
      runtimeClassName: 'gvisor',
    },
  },
  {
    name: 'probes of every kind, and a long drain',
    values: {
      startupProbe: { httpGet: null, tcpSocket: { port: 'api' } },
      livenessProbe: {
        httpGet: null,
        exec: { command: ['true'] },
        initialDelaySeconds: 0,
        timeoutSeconds: 5,
        successThreshold: 1,
      },
      readinessProbe: { httpGet: null, grpc: { port: 8080, service: 'on' } },
      terminationGracePeriodSeconds: 3600,
    },
  },
  {
    name: 'a probe with headers',
    values: {
      readinessProbe: {
        httpGet: {
          scheme: 'HTTPS',
          httpHeaders: [{ name: 'X-Probe', value: '1e3' }],
        },
      },
    },
  },
  {
    name: 'resources in every notation, and none',
    values: {
      resources: {
        api: {
          requests: { cpu: 0.5, memory: 134217728 },
          limits: { cpu: 2, memory: '1.5Gi', 'ephemeral-storage': '1G' },
        },
        orchestrator: {
          limits: { cpu: null, memory: '8Gi', 'nvidia.com/gpu': 1 },
        },
        dashboard: { requests: null, limits: null },
        init: { requests: { cpu: 0, memory: '1Mi' }, limits: {} },
      },
    },
  },
  {
    name: 'security contexts of one’s own',
    values: {
      podSecurityContext: {
        runAsUser: 2000,
        runAsGroup: 0,
        fsGroup: null,
        fsGroupChangePolicy: null,
        supplementalGroups: [3000, 4000],
        sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }],
      },
      containerSecurityContext: {
        readOnlyRootFilesystem: false,
        capabilities: { add: ['NET_BIND_SERVICE'] },
      },
    },
  },
  {
    name: 'sysctls without the one of low ports',
    values: {
      dashboard: { port: 1024 },
      podSecurityContext: {
        sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
      },
    },
  },
];
