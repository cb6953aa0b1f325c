import type { KubernetesItem } from '../../watch/KubernetesItem';
import { watchedResources } from '../watchedResources';
import { projectionOf, projectObject } from './projectObject';

const CANARY = 'canary-7f3a';

const metadata = {
  name: 'alexandria',
  namespace: 'payments',
  resourceVersion: '7',
  labels: { app: 'alexandria' },
  annotations: { 'team.example.com/note': CANARY },
  managedFields: [
    { manager: 'helm', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
    { manager: 'other', fieldsV1: { 'f:metadata': {} } },
  ],
};

const containers = [
  {
    name: 'api',
    image: 'api:1',
    env: [
      { name: 'PLAIN', value: CANARY },
      {
        name: 'SECRET',
        valueFrom: { secretKeyRef: { name: 'auth', key: 'jwt-secret' } },
      },
    ],
    args: [CANARY],
    volumeMounts: [{ name: 'data', mountPath: `/${CANARY}` }],
  },
];

const typeOf = (kind: string) =>
  watchedResources.find(type => type.kind === kind)!;

function project(kind: string, item: object) {
  const kept = projectObject(typeOf(kind), item as KubernetesItem);
  const object = projectionOf(kept);
  return { ...kept, object, text: JSON.stringify(object) };
}

describe('projectObject', () => {
  it('keeps of a Deployment what is said of it, and no value of a variable', () => {
    const { kind, namespace, name, text, object } = project('Deployment', {
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
            metadata: { annotations: { note: CANARY } },
            spec: { replicas: 2 },
          }),
        },
      },
      spec: { replicas: 2, template: { spec: { containers } } },
      status: { replicas: 2 },
    });
    expect({ kind, namespace, name }).toEqual({
      kind: 'Deployment',
      namespace: 'payments',
      name: 'alexandria',
    });
    expect(object).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'alexandria',
        namespace: 'payments',
        resourceVersion: '7',
        labels: { app: 'alexandria' },
        managedFields: [
          { manager: 'helm', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
          { manager: 'other' },
        ],
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration':
            '{"spec":{"replicas":2}}',
        },
      },
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              {
                name: 'api',
                image: 'api:1',
                env: [
                  {
                    valueFrom: {
                      secretKeyRef: { name: 'auth', key: 'jwt-secret' },
                    },
                  },
                ],
                volumeMounts: [{ name: 'data' }],
              },
            ],
          },
        },
      },
      status: { replicas: 2 },
    });
    expect(text).not.toContain(CANARY);
  });

  it.each([
    undefined,
    {},
    { 'kubectl.kubernetes.io/last-applied-configuration': 'not JSON' },
    { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
  ])('takes a Deployment with the annotations %j', annotations => {
    const { object } = project('Deployment', {
      metadata: { ...metadata, annotations },
    });
    expect(object.metadata).not.toHaveProperty('annotations');
  });

  it('keeps of a pod how it is', () => {
    const status = {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True', lastProbeTime: null }],
      containerStatuses: [
        {
          name: 'api',
          imageID: 'sha256:0',
          ready: true,
          restartCount: 1,
          state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
          lastState: { terminated: { exitCode: 137, containerID: 'x' } },
        },
      ],
    };
    const { object, text } = project('Pod', {
      metadata,
      spec: { nodeName: 'node', containers },
      status,
    });
    expect(object).toMatchObject({
      spec: { nodeName: 'node', containers: [{ name: 'api', image: 'api:1' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [
          { restartCount: 1, lastState: { terminated: { exitCode: 137 } } },
        ],
      },
    });
    expect(text).not.toMatch(/canary|sha256|containerID/);
  });

  it('keeps of a ReplicaSet what its revision was made of', () => {
    const annotations = {
      'deployment.kubernetes.io/revision': '4',
      'deployment.kubernetes.io/revision-history': '2',
      'kubernetes.io/change-cause': 'b'.repeat(1_000),
    };
    const { object, text } = project('ReplicaSet', {
      metadata: {
        ...metadata,
        annotations: { ...annotations, note: CANARY },
      },
      spec: {
        replicas: 2,
        template: {
          metadata: {
            labels: { app: CANARY },
            annotations: { 'checksum/config': 'c', note: CANARY },
          },
          spec: { containers },
        },
      },
    });
    expect(object).toMatchObject({
      metadata: {
        annotations: {
          ...annotations,
          'kubernetes.io/change-cause': `${'b'.repeat(200)}…`,
        },
      },
      spec: {
        replicas: 2,
        template: {
          metadata: { annotations: { 'checksum/config': 'c' } },
          spec: { containers: [{ name: 'api', image: 'api:1' }] },
        },
      },
    });
    expect(text).not.toContain(CANARY);
  });

  it.each(watchedResources.map(({ kind }) => kind))(
    'says of a %s what it is',
    kind => {
      const { object } = project(kind, { metadata, data: CANARY });
      expect(object).toMatchObject({
        apiVersion: expect.stringMatching(/v\d/),
        kind,
        metadata: { name: 'alexandria', namespace: 'payments' },
      });
      expect(JSON.stringify(object)).not.toContain(CANARY);
    },
  );
});
