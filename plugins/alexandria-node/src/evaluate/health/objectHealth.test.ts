import type { Health } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { ago, condition, NOW, Patch } from '../__testUtils__/objects';
import { objectHealth } from './objectHealth';

/** Cases of one kind: what it is called, the object below apiVersion and kind, and its health. */
type Cases = [string, Patch, Health][];

const table: [string, string, Cases][] = [
  [
    'apps/v1',
    'Deployment',
    [
      ['nobody has seen it', { metadata: { generation: 1 } }, 'Progressing'],
      [
        'all replicas are available',
        {
          metadata: { generation: 1 },
          status: {
            observedGeneration: 1,
            replicas: 1,
            updatedReplicas: 1,
            readyReplicas: 1,
            availableReplicas: 1,
            conditions: [
              condition('Progressing', 'True', 'NewReplicaSetAvailable'),
              condition('Available', 'True'),
            ],
          },
        },
        'Healthy',
      ],
      [
        'it has no deadline and no condition of progress',
        {
          status: {
            replicas: 1,
            updatedReplicas: 1,
            readyReplicas: 1,
            availableReplicas: 1,
            conditions: [condition('Available', 'True')],
          },
        },
        'Healthy',
      ],
      [
        'its new ReplicaSet is not available, within the deadline',
        {
          spec: { progressDeadlineSeconds: 45 },
          status: {
            replicas: 1,
            updatedReplicas: 1,
            readyReplicas: 1,
            availableReplicas: 1,
            conditions: [
              condition('Progressing', 'False', 'Some'),
              condition('Available', 'True'),
            ],
          },
        },
        'Progressing',
      ],
      [
        'it is not available by its own condition',
        {
          status: {
            replicas: 1,
            updatedReplicas: 1,
            readyReplicas: 1,
            availableReplicas: 1,
            conditions: [condition('Available', 'False')],
          },
        },
        'Progressing',
      ],
      [
        'an old replica is left',
        { status: { replicas: 2, updatedReplicas: 1, availableReplicas: 1 } },
        'Progressing',
      ],
      [
        'it made no progress',
        {
          status: {
            conditions: [
              condition('Progressing', 'False', 'ProgressDeadlineExceeded'),
            ],
          },
        },
        'Degraded',
      ],
      [
        'pods cannot be created',
        { status: { conditions: [condition('ReplicaFailure', 'True')] } },
        'Degraded',
      ],
      [
        'it is paused, whatever has been observed',
        {
          metadata: { generation: 9 },
          spec: { paused: true },
          status: { observedGeneration: 1 },
        },
        'Suspended',
      ],
      ['no replica is wanted', { spec: { replicas: 0 } }, 'Suspended'],
      [
        'it is being deleted',
        { metadata: { deletionTimestamp: ago(1) } },
        'Progressing',
      ],
    ],
  ],
  [
    'apps/v1',
    'ReplicaSet',
    [
      ['nobody has seen it', { metadata: { generation: 1 } }, 'Progressing'],
      [
        'all are available',
        {
          spec: { replicas: 2 },
          status: { replicas: 2, readyReplicas: 2, availableReplicas: 2 },
        },
        'Healthy',
      ],
      [
        'one is not ready',
        {
          spec: { replicas: 2 },
          status: { replicas: 2, readyReplicas: 1, availableReplicas: 2 },
        },
        'Progressing',
      ],
      [
        'one is not available',
        {
          spec: { replicas: 2 },
          status: { replicas: 2, readyReplicas: 2, availableReplicas: 1 },
        },
        'Progressing',
      ],
      ['it is an old one', { spec: { replicas: 0 } }, 'Healthy'],
      [
        'pods cannot be created',
        { status: { conditions: [condition('ReplicaFailure', 'True')] } },
        'Degraded',
      ],
    ],
  ],
  [
    'apps/v1',
    'StatefulSet',
    [
      ['nobody has seen it', { metadata: { generation: 1 } }, 'Progressing'],
      [
        'all are ready and of one revision',
        {
          spec: { replicas: 2 },
          status: {
            observedGeneration: 1,
            replicas: 2,
            readyReplicas: 2,
            currentReplicas: 2,
          },
        },
        'Healthy',
      ],
      [
        'one is not ready',
        {
          spec: { replicas: 2 },
          status: {
            observedGeneration: 1,
            replicas: 2,
            readyReplicas: 1,
            currentReplicas: 2,
          },
        },
        'Progressing',
      ],
      [
        'one is not current',
        {
          spec: { replicas: 2 },
          status: {
            observedGeneration: 1,
            replicas: 2,
            readyReplicas: 2,
            currentReplicas: 1,
          },
        },
        'Progressing',
      ],
      [
        'one is too many',
        {
          spec: { replicas: 1 },
          status: {
            observedGeneration: 1,
            replicas: 2,
            readyReplicas: 2,
            currentReplicas: 2,
          },
        },
        'Progressing',
      ],
      [
        'two revisions run',
        {
          status: {
            observedGeneration: 1,
            replicas: 1,
            readyReplicas: 1,
            currentReplicas: 1,
            currentRevision: 'a',
            updateRevision: 'b',
          },
        },
        'Progressing',
      ],
      [
        'two revisions run, and people update it',
        {
          spec: { updateStrategy: { type: 'OnDelete' } },
          status: {
            observedGeneration: 1,
            replicas: 1,
            readyReplicas: 1,
            currentRevision: 'a',
            updateRevision: 'b',
          },
        },
        'Healthy',
      ],
      [
        'its partition is updated',
        {
          spec: {
            replicas: 2,
            updateStrategy: {
              type: 'RollingUpdate',
              rollingUpdate: { partition: 1 },
            },
          },
          status: {
            observedGeneration: 1,
            replicas: 2,
            readyReplicas: 2,
            updatedReplicas: 1,
            currentRevision: 'a',
            updateRevision: 'b',
          },
        },
        'Healthy',
      ],
      [
        'its partition is being updated',
        {
          spec: {
            replicas: 2,
            updateStrategy: { rollingUpdate: { partition: 1 } },
          },
          status: { observedGeneration: 1, replicas: 2, readyReplicas: 2 },
        },
        'Progressing',
      ],
    ],
  ],
  [
    'apps/v1',
    'DaemonSet',
    [
      ['nobody has seen it', { metadata: { generation: 1 } }, 'Progressing'],
      [
        'nodes are not counted',
        { status: { observedGeneration: 1 } },
        'Progressing',
      ],
      ...(
        [
          ['all are ready', {}, 'Healthy'],
          [
            'one is not scheduled',
            { currentNumberScheduled: 3 },
            'Progressing',
          ],
          ['one is not updated', { updatedNumberScheduled: 3 }, 'Progressing'],
          ['one is not available', { numberAvailable: 3 }, 'Progressing'],
          ['one is not ready', { numberReady: 3 }, 'Progressing'],
        ] as const
      ).map(([name, status, health]): Cases[number] => [
        name,
        {
          metadata: { generation: 1 },
          status: {
            observedGeneration: 1,
            desiredNumberScheduled: 4,
            currentNumberScheduled: 4,
            updatedNumberScheduled: 4,
            numberAvailable: 4,
            numberReady: 4,
            ...status,
          },
        },
        health,
      ]),
      [
        'people update it',
        {
          spec: { updateStrategy: { type: 'OnDelete' } },
          status: { observedGeneration: 1, desiredNumberScheduled: 1 },
        },
        'Healthy',
      ],
    ],
  ],
  [
    'v1',
    'Pod',
    [
      ['nobody has seen it', {}, 'Progressing'],
      [
        'it runs and is ready',
        {
          status: {
            phase: 'Running',
            conditions: [condition('Ready', 'True')],
          },
        },
        'Healthy',
      ],
      [
        'it runs and is not ready',
        {
          status: {
            phase: 'Running',
            conditions: [condition('Ready', 'False')],
          },
        },
        'Progressing',
      ],
      [
        'it is not ready after a container ended',
        {
          status: {
            phase: 'Running',
            containerStatuses: [
              { name: 'main', lastState: { terminated: { exitCode: 1 } } },
            ],
          },
        },
        'Degraded',
      ],
      ...(
        [
          ['CrashLoopBackOff', 'Degraded'],
          ['ImagePullBackOff', 'Degraded'],
          ['ErrImagePull', 'Degraded'],
          ['InvalidImageName', 'Degraded'],
          ['CreateContainerConfigError', 'Degraded'],
          ['RunContainerError', 'Degraded'],
          ['ContainerCreating', 'Progressing'],
          ['PodInitializing', 'Progressing'],
        ] as const
      ).flatMap(
        ([reason, health]): Cases => [
          [
            `a container waits, ${reason}`,
            {
              status: {
                phase: 'Pending',
                containerStatuses: [
                  { name: 'a', state: { waiting: { reason } } },
                ],
              },
            },
            health,
          ],
          [
            `an init container waits, ${reason}`,
            {
              status: {
                phase: 'Pending',
                initContainerStatuses: [
                  { name: 'a', state: { waiting: { reason } } },
                ],
              },
            },
            health,
          ],
        ],
      ),
      [
        'an init container failed',
        {
          status: {
            phase: 'Pending',
            initContainerStatuses: [
              { name: 'a', state: { terminated: { exitCode: 1 } } },
            ],
          },
        },
        'Degraded',
      ],
      [
        'an init container ended well',
        {
          status: {
            phase: 'Pending',
            initContainerStatuses: [
              { name: 'a', state: { terminated: { exitCode: 0 } } },
            ],
          },
        },
        'Progressing',
      ],
      ['it ended well', { status: { phase: 'Succeeded' } }, 'Healthy'],
      ['it ended badly', { status: { phase: 'Failed' } }, 'Degraded'],
      [
        'no node takes it',
        {
          metadata: { creationTimestamp: ago(60) },
          status: {
            phase: 'Pending',
            conditions: [condition('PodScheduled', 'False', 'Unschedulable')],
          },
        },
        'Degraded',
      ],
      [
        'no node has taken it yet',
        {
          metadata: { creationTimestamp: ago(5) },
          status: {
            phase: 'Pending',
            conditions: [condition('PodScheduled', 'False', 'Unschedulable')],
          },
        },
        'Progressing',
      ],
      [
        'its node is gone',
        { status: { phase: 'Unknown', reason: 'NodeLost' } },
        'Unknown',
      ],
      ...(['OnFailure', 'Never'] as const).flatMap(
        (restartPolicy): Cases => [
          [
            `it runs to an end, ${restartPolicy}`,
            {
              spec: { restartPolicy },
              status: {
                phase: 'Running',
                conditions: [condition('Ready', 'True')],
              },
            },
            'Progressing',
          ],
          [
            `it lacks an image, ${restartPolicy}`,
            {
              spec: { restartPolicy },
              status: {
                phase: 'Pending',
                containerStatuses: [
                  {
                    name: 'a',
                    state: { waiting: { reason: 'ImagePullBackOff' } },
                  },
                ],
              },
            },
            'Progressing',
          ],
        ],
      ),
      [
        'it is meant to run for ever in spite of its policy',
        {
          metadata: {
            annotations: {
              'argocd.argoproj.io/ignore-restart-policy': 'true',
            },
          },
          spec: { restartPolicy: 'Never' },
          status: {
            phase: 'Running',
            conditions: [condition('Ready', 'True')],
          },
        },
        'Healthy',
      ],
    ],
  ],
  [
    'batch/v1',
    'Job',
    [
      ['it has not begun', {}, 'Progressing'],
      ['it runs', { status: { active: 1, startTime: ago(5) } }, 'Progressing'],
      [
        'it has neither failed nor completed',
        {
          status: {
            conditions: [
              condition('Failed', 'False'),
              condition('Complete', 'False'),
            ],
          },
        },
        'Progressing',
      ],
      [
        'it completed',
        { status: { conditions: [condition('Complete', 'True')] } },
        'Healthy',
      ],
      [
        'it failed',
        { status: { conditions: [condition('Failed', 'True')] } },
        'Degraded',
      ],
      [
        'it is suspended',
        { status: { conditions: [condition('Suspended', 'True')] } },
        'Suspended',
      ],
      [
        'it was resumed',
        { status: { conditions: [condition('Suspended', 'False')] } },
        'Progressing',
      ],
    ],
  ],
  [
    'batch/v1',
    'CronJob',
    [
      ['it has no status', {}, 'Healthy'],
      ['it has not been due', { status: {} }, 'Healthy'],
      ['it is suspended', { spec: { suspend: true } }, 'Healthy'],
      [
        'no run has succeeded',
        { status: { lastScheduleTime: ago(60) } },
        'Healthy',
      ],
      [
        'the last run succeeded',
        {
          status: { lastScheduleTime: ago(60), lastSuccessfulTime: ago(30) },
        },
        'Healthy',
      ],
      [
        'the last run failed',
        {
          status: { lastScheduleTime: ago(60), lastSuccessfulTime: ago(90) },
        },
        'Degraded',
      ],
      [
        'a run is in progress',
        {
          status: {
            lastScheduleTime: ago(60),
            lastSuccessfulTime: ago(90),
            active: [{}],
          },
        },
        'Healthy',
      ],
    ],
  ],
  [
    'v1',
    'PersistentVolumeClaim',
    [
      ['nobody has seen it', {}, 'Progressing'],
      ['it is pending', { status: { phase: 'Pending' } }, 'Progressing'],
      ['it is bound', { status: { phase: 'Bound' } }, 'Healthy'],
      ['its volume is gone', { status: { phase: 'Lost' } }, 'Degraded'],
      ['a phase that there is not', { status: { phase: 'Odd' } }, 'Unknown'],
    ],
  ],
  [
    'v1',
    'Service',
    [
      ['it is internal', { spec: { type: 'ClusterIP' } }, 'Healthy'],
      ['it says no type', {}, 'Healthy'],
      [
        'its load balancer has no address',
        { spec: { type: 'LoadBalancer', clusterIP: '10.0.0.1' } },
        'Progressing',
      ],
      [
        'its load balancer has an address',
        {
          spec: { type: 'LoadBalancer' },
          status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
        },
        'Healthy',
      ],
    ],
  ],
  [
    'networking.k8s.io/v1',
    'Ingress',
    [
      ['it has no address', {}, 'Progressing'],
      [
        'it has an address',
        { status: { loadBalancer: { ingress: [{}] } } },
        'Healthy',
      ],
    ],
  ],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    [
      ['it is new', {}, 'Progressing'],
      [
        'it is ready to scale',
        {
          status: {
            conditions: [condition('AbleToScale', 'True', 'ReadyForNewScale')],
          },
        },
        'Healthy',
      ],
      [
        'it is at its minimum',
        {
          status: {
            conditions: [condition('ScalingLimited', 'True', 'TooFewReplicas')],
          },
        },
        'Healthy',
      ],
      [
        'it cannot read the scale, though it has metrics',
        {
          status: {
            conditions: [
              condition('AbleToScale', 'False', 'FailedGetScale'),
              condition('ScalingActive', 'True', 'ValidMetricFound'),
            ],
          },
        },
        'Degraded',
      ],
      [
        'it has no metrics of a container',
        {
          status: {
            conditions: [
              condition('AbleToScale', 'True', 'SucceededGetScale'),
              condition(
                'ScalingActive',
                'False',
                'FailedGetContainerResourceMetric',
              ),
            ],
          },
        },
        'Degraded',
      ],
      [
        'it is off',
        {
          status: {
            conditions: [
              condition('AbleToScale', 'True', 'SucceededGetScale'),
              condition('ScalingActive', 'False', 'ScalingDisabled'),
            ],
          },
        },
        'Suspended',
      ],
    ],
  ],
  [
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    [
      ['it says nothing', {}, 'Progressing'],
      ...(
        [
          [
            '[{"type":"AbleToScale","status":"True","reason":"ReadyForNewScale"}]',
            'Healthy',
          ],
          [
            '[{"type":"ScalingActive","status":"False","reason":"FailedGetObjectMetric"}]',
            'Degraded',
          ],
          ['[]', 'Progressing'],
          ['{', 'Unknown'],
        ] as const
      ).map(([conditions, health]): Cases[number] => [
        `its annotation says ${conditions}`,
        {
          metadata: {
            annotations: {
              'autoscaling.alpha.kubernetes.io/conditions': conditions,
            },
          },
        },
        health,
      ]),
    ],
  ],
  [
    'policy/v1',
    'PodDisruptionBudget',
    [
      ['nobody has seen it', {}, 'Progressing'],
      [
        'its controller has seen it',
        { metadata: { generation: 1 }, status: { observedGeneration: 1 } },
        'Healthy',
      ],
      [
        'its controller has seen the one before',
        { metadata: { generation: 2 }, status: { observedGeneration: 1 } },
        'Progressing',
      ],
      [
        'too few pods are well',
        {
          status: {
            conditions: [
              condition('DisruptionAllowed', 'False', 'InsufficientPods'),
            ],
          },
        },
        'Healthy',
      ],
      [
        'it cannot be computed',
        {
          status: {
            conditions: [condition('DisruptionAllowed', 'False', 'SyncFailed')],
          },
        },
        'Degraded',
      ],
    ],
  ],
  ...(
    [
      ['external-secrets.io/v1', 'ExternalSecret', 'Ready'],
      ['external-secrets.io/v1beta1', 'ExternalSecret', 'Ready'],
      ['external-secrets.io/v1', 'SecretStore', 'Ready'],
      ['external-secrets.io/v1', 'ClusterSecretStore', 'Ready'],
      ['bitnami.com/v1alpha1', 'SealedSecret', 'Synced'],
      ['cert-manager.io/v1', 'Certificate', 'Ready'],
      ['cert-manager.io/v1', 'Issuer', 'Ready'],
    ] as const
  ).map(([apiVersion, kind, type]): [string, string, Cases] => [
    apiVersion,
    kind,
    [
      ['nobody has seen it', {}, 'Progressing'],
      [
        'it holds',
        { status: { conditions: [condition(type, 'True')] } },
        'Healthy',
      ],
      [
        'it fails',
        { status: { conditions: [condition(type, 'False')] } },
        'Degraded',
      ],
      [
        'it is not known',
        { status: { conditions: [condition(type, 'Unknown')] } },
        'Progressing',
      ],
    ],
  ]),
  [
    'cert-manager.io/v1',
    'Certificate',
    [
      [
        'it is being issued',
        {
          status: {
            conditions: [
              condition('Ready', 'False'),
              condition('Issuing', 'True'),
            ],
          },
        },
        'Progressing',
      ],
    ],
  ],
  [
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    [
      ['nobody has seen it', {}, 'Progressing'],
      ...(
        [
          ['it is accepted', [condition('Accepted', 'True')], 'Healthy'],
          ['it is refused', [condition('Accepted', 'False')], 'Degraded'],
          [
            'its backend is not there',
            [condition('Accepted', 'True'), condition('ResolvedRefs', 'False')],
            'Degraded',
          ],
          [
            'it is being programmed',
            [condition('Accepted', 'True'), condition('Programmed', 'False')],
            'Progressing',
          ],
          [
            'it was refused before its last change',
            [{ ...condition('Accepted', 'False'), observedGeneration: 1 }],
            'Progressing',
          ],
        ] as const
      ).map(([name, conditions, health]): Cases[number] => [
        name,
        {
          metadata: { generation: 2 },
          status: { parents: [{ parentRef: { name: 'g' }, conditions }] },
        },
        health,
      ]),
    ],
  ],
  [
    'gateway.networking.k8s.io/v1',
    'Gateway',
    [
      ['nobody has seen it', {}, 'Progressing'],
      [
        'it is programmed',
        { status: { conditions: [condition('Programmed', 'True')] } },
        'Healthy',
      ],
      [
        'a listener is refused',
        {
          status: {
            conditions: [condition('Programmed', 'True')],
            listeners: [{ conditions: [condition('Accepted', 'False')] }],
          },
        },
        'Degraded',
      ],
    ],
  ],
  [
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    [
      ['nobody has seen it', {}, 'Progressing'],
      [
        'it is being installed',
        {
          status: {
            conditions: [condition('Established', 'False', 'Installing')],
          },
        },
        'Progressing',
      ],
      [
        'its names are taken',
        { status: { conditions: [condition('NamesAccepted', 'False')] } },
        'Degraded',
      ],
      [
        'it is established',
        { status: { conditions: [condition('Established', 'True')] } },
        'Healthy',
      ],
    ],
  ],
  [
    'apiregistration.k8s.io/v1',
    'APIService',
    [
      [
        'it is available',
        { status: { conditions: [condition('Available', 'True')] } },
        'Healthy',
      ],
      [
        'it is not',
        { status: { conditions: [condition('Available', 'False')] } },
        'Progressing',
      ],
    ],
  ],
  ['v1', 'ConfigMap', [['it is', { data: {} }, 'Healthy']]],
  ['v1', 'Secret', [['it is', {}, 'Healthy']]],
  [
    'example.com/v1',
    'Anything',
    [
      ['it has no status', { metadata: { generation: 1 } }, 'Healthy'],
      [
        'its controller is behind',
        { metadata: { generation: 2 }, status: { observedGeneration: 1 } },
        'Progressing',
      ],
      [
        'it is ready',
        { status: { conditions: [condition('Ready', 'True')] } },
        'Healthy',
      ],
      [
        'it is not ready',
        { status: { conditions: [condition('Ready', 'False')] } },
        'Progressing',
      ],
      [
        'it is being reconciled, ready as it was',
        {
          status: {
            conditions: [
              condition('Reconciling', 'True'),
              condition('Ready', 'True'),
            ],
          },
        },
        'Progressing',
      ],
      [
        'it is stalled',
        { status: { conditions: [condition('Stalled', 'True')] } },
        'Degraded',
      ],
      [
        'a condition that says nothing to us',
        { status: { conditions: [condition('Some', 'False')] } },
        'Healthy',
      ],
    ],
  ],
];

describe('objectHealth', () => {
  describe.each(table)('of %s %s', (apiVersion, kind, cases) => {
    it.each(cases)('%s', (_, fields, health) => {
      const object = { apiVersion, kind, ...fields };
      expect(objectHealth(object, NOW)?.health).toBe(health);
    });
  });

  it('says why, in the words of the cluster', () => {
    expect(
      objectHealth(
        {
          apiVersion: 'v1',
          kind: 'Pod',
          status: {
            phase: 'Pending',
            containerStatuses: [
              {
                name: 'api',
                state: {
                  waiting: {
                    reason: 'ImagePullBackOff',
                    message: 'no such tag',
                  },
                },
              },
            ],
          },
        },
        NOW,
      ),
    ).toEqual({
      health: 'Degraded',
      reason: 'ImagePullBackOff',
      message: 'api: no such tag',
    });
  });

  it('repeats no credentials, control characters or endless texts', () => {
    const message = `panic: postgres://u:pw@db/x\u001b[31m ${'x'.repeat(2000)}`;
    const health = objectHealth(
      { apiVersion: 'v1', kind: 'Pod', status: { phase: 'Failed', message } },
      NOW,
    );
    expect(health?.message).toContain('panic: postgres://***@db/x [31m xxx');
    expect(health?.message.length).toBeLessThan(500);
  });

  it.each([undefined, null, 1, 'Pod', [], {}, { kind: 1 }])(
    'takes %j for no object',
    json => {
      expect(objectHealth(json, NOW)).toBeUndefined();
    },
  );
});
