import {
  ago,
  condition,
  DAY,
  deployment,
  downDeployment,
  HOUR,
  instance,
  MINUTE,
  NOW,
  object,
  Patch,
  pendingPod,
  pod,
  replicaSet,
  waiting,
} from '../__testUtils__/objects';
import { Given, verdictsOf } from '../__testUtils__/ruleCases';
import { autoscaler, revision } from '../__testUtils__/wholeInstance';

const at = (seconds: number) => ago(seconds);

const ready = (status: string, seconds: number): Patch => ({
  status: { conditions: [condition('Ready', status, '', '', at(seconds))] },
});

const rollout = (reason: string, changed: number, status = 'True'): Patch => ({
  type: 'Progressing',
  status,
  reason,
  lastTransitionTime: at(9 * DAY),
  lastUpdateTime: at(changed),
});

const conditions = (...list: Patch[]): Patch => ({
  status: { conditions: list },
});

const available = condition(
  'Available',
  'True',
  'MinimumReplicasAvailable',
  '',
  at(3 * DAY),
);

/** One replica that is not updated yet. */
const rolling = (...list: Patch[]) =>
  deployment({
    metadata: { annotations: revision(2) },
    status: { updatedReplicas: 0, conditions: [available, ...list] },
  });

describe('since when the health is what it is', () => {
  it.each<[string, Given, string, string | undefined]>([
    ['nothing says', instance(), 'Healthy', undefined],
    [
      'the rollout ended',
      [
        deployment(
          conditions(available, rollout('NewReplicaSetAvailable', HOUR)),
        ),
        pod(ready('True', DAY)),
      ],
      'Healthy',
      at(HOUR),
    ],
    [
      'a pod became ready after the rollout',
      [
        deployment(
          conditions(available, rollout('NewReplicaSetAvailable', HOUR)),
        ),
        pod(ready('True', DAY)),
        pod({ metadata: { name: 'b' }, ...ready('True', 7 * MINUTE) }),
      ],
      'Healthy',
      at(7 * MINUTE),
    ],
    [
      'the autoscaler got its metrics',
      [
        deployment(conditions(available)),
        autoscaler({
          status: {
            conditions: [
              condition(
                'ScalingActive',
                'True',
                'ValidMetricFound',
                '',
                at(90),
              ),
              condition('ScalingLimited', 'True', 'TooFewReplicas', '', at(1)),
            ],
          },
        }),
      ],
      'Healthy',
      at(90),
    ],
    [
      'a ReplicaSet was made for a new revision',
      [
        rolling(rollout('ReplicaSetUpdated', 20)),
        replicaSet({
          metadata: {
            annotations: revision(2),
            creationTimestamp: at(5 * MINUTE),
          },
        }),
      ],
      'Progressing',
      at(5 * MINUTE),
    ],
    [
      'a rollback made progress, whatever the age of its ReplicaSet',
      [
        rolling(rollout('ReplicaSetUpdated', 20)),
        replicaSet({
          metadata: {
            annotations: revision(2, {
              'deployment.kubernetes.io/revision-history': '1',
            }),
            creationTimestamp: at(9 * DAY),
          },
        }),
      ],
      'Progressing',
      at(20),
    ],
    [
      'a pod stopped being ready, with no rollout',
      [
        deployment({
          status: {
            readyReplicas: 0,
            availableReplicas: 0,
            conditions: [available, rollout('NewReplicaSetAvailable', DAY)],
          },
        }),
        pod(ready('False', 70)),
      ],
      'Progressing',
      at(70),
    ],
    [
      'the deadline passed',
      [
        deployment(
          conditions({
            ...condition(
              'Progressing',
              'False',
              'ProgressDeadlineExceeded',
              '',
              at(11 * MINUTE),
            ),
            lastUpdateTime: at(1),
          }),
        ),
      ],
      'Degraded',
      at(11 * MINUTE),
    ],
    [
      'the first of two pods stopped being ready',
      [
        downDeployment(),
        pod(ready('False', 20 * MINUTE), waiting('api', 'CrashLoopBackOff')),
        pod(
          { metadata: { name: 'b' }, ...ready('False', 40 * MINUTE) },
          waiting('api', 'CrashLoopBackOff'),
        ),
      ],
      'Degraded',
      at(40 * MINUTE),
    ],
    [
      'the scheduler found no node',
      [
        downDeployment(),
        pendingPod('0/3 nodes are available', {
          status: {
            phase: 'Pending',
            conditions: [
              condition(
                'PodScheduled',
                'False',
                'Unschedulable',
                '',
                at(4 * MINUTE),
              ),
            ],
          },
        }),
      ],
      'Degraded',
      at(4 * MINUTE),
    ],
    [
      'a claim was made that got no volume',
      [
        ...instance(),
        object('v1', 'PersistentVolumeClaim', 'alexandria-data', {
          status: { phase: 'Pending' },
        }),
      ],
      'Degraded',
      at(DAY),
    ],
    [
      'it was paused',
      [
        deployment({
          spec: { paused: true },
          ...conditions(
            condition('Progressing', 'Unknown', 'DeploymentPaused'),
          ),
        }),
      ],
      'Suspended',
      at(HOUR),
    ],
    [
      'nothing says since when no replica is wanted',
      [
        deployment({
          spec: { replicas: 0 },
          status: {
            replicas: 0,
            updatedReplicas: 0,
            readyReplicas: 0,
            availableReplicas: 0,
          },
        }),
      ],
      'Suspended',
      undefined,
    ],
    [
      'the cluster answered last',
      {
        objects: instance(),
        unreadable: [
          {
            kind: 'Pod',
            reason: 'stale',
            message: 'timeout',
            syncedAt: new Date(at(3 * MINUTE)),
          },
        ],
      },
      'Unknown',
      at(3 * MINUTE),
    ],
    [
      'nothing says since when a kind may not be read',
      {
        objects: instance(),
        unreadable: [{ kind: 'Pod', reason: 'forbidden', message: 'no' }],
      },
      'Unknown',
      undefined,
    ],
  ])('when %s', (_, given, health, since) => {
    const [verdict] = verdictsOf(given);
    expect([verdict.health, verdict.since]).toEqual([health, since]);
  });

  it('is the same whenever it is asked', () => {
    const objects = [
      deployment(
        conditions(available, rollout('NewReplicaSetAvailable', HOUR)),
      ),
    ];
    const [later] = verdictsOf({
      objects,
      now: new Date(NOW.getTime() + 9 * DAY * 1000),
    });
    expect(later.since).toBe(at(HOUR));
  });
});
