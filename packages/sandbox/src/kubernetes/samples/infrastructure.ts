import type { KubernetesObject } from '../objects/KubernetesObject';

const NODES = 3;

function node(cluster: string, index: number): KubernetesObject {
  const name = `${cluster}-${index}`;
  const capacity = { cpu: '16', memory: '64Gi', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/zone': `${cluster}-${'abc'[index - 1]}`,
      },
    },
    spec: {},
    status: {
      ...{ capacity, allocatable: capacity },
      conditions: [
        {
          ...{ type: 'Ready', status: 'True', reason: 'KubeletReady' },
          message: 'kubelet is posting ready status',
        },
      ],
    },
  };
}

function storageClass(name: string, isDefault: boolean): KubernetesObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      ...(isDefault && {
        annotations: {
          'storageclass.kubernetes.io/is-default-class': 'true',
        },
      }),
    },
    provisioner: 'sandbox.alexandriaproject.io/volume',
  };
}

const store = (name: string): KubernetesObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ClusterSecretStore',
  metadata: { name },
  spec: { provider: { vault: { server: 'https://vault.example.com' } } },
});

/** What is in a cluster before anybody installs anything: nodes, storage, and stores of secrets. */
export function infrastructure(cluster: string): KubernetesObject[] {
  return [
    ...['default', 'kube-system'].map(name => ({
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    })),
    ...Array.from({ length: NODES }, (_, index) => node(cluster, index + 1)),
    storageClass('standard', true),
    storageClass('shared', false),
    store('vault'),
    store('vault-eu'),
  ];
}
