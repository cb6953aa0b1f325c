import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  condition,
  DAY,
  deployment,
  HOUR,
  instance,
  Patch,
  replicaSet,
} from '../__testUtils__/objects';
import type { Given } from '../__testUtils__/ruleCases';
import {
  revision,
  templateOf,
  wholeInstance,
} from '../__testUtils__/wholeInstance';

const rolloutOf = (given: Given) => detailsOf(given).rollout!;

/** A ReplicaSet of a revision. */
const of = (number: number | undefined, patch: Patch = {}, more: Patch = {}) =>
  replicaSet({
    metadata: {
      name: `alexandria-${number ?? 'new'}`,
      annotations: number === undefined ? undefined : revision(number, more),
    },
    ...patch,
  });

describe('describeRollout', () => {
  it('tells the revisions, newest first, and which is current', () => {
    const {
      strategy,
      paused,
      revision: number,
      revisions,
    } = rolloutOf(wholeInstance());
    expect({ strategy, paused, number }).toEqual({
      strategy: { type: 'RollingUpdate', maxSurge: '1', maxUnavailable: '0' },
      paused: false,
      number: 2,
    });
    expect(revisions).toEqual([
      {
        number: 2,
        formerNumbers: [],
        replicaSet: {
          kind: 'ReplicaSet',
          namespace: 'library',
          name: 'alexandria-7d9f',
        },
        createdAt: ago(DAY),
        current: true,
        images: [
          { container: 'config-init', image: 'ghcr.io/a/ce:v1.2.0' },
          { container: 'api', image: 'ghcr.io/a/ee-api:v1.2.0' },
          { container: 'orchestrator', image: 'ghcr.io/a/ce:v1.2.0' },
          { container: 'dashboard', image: 'ghcr.io/a/ee-dashboard:v1.2.0' },
        ],
        replicas: { wanted: 2, present: 2, ready: 2, available: 2 },
        changes: [
          'config-init: v1.1.0 → v1.2.0',
          'api: v1.1.0 → v1.2.0',
          'orchestrator: v1.1.0 → v1.2.0',
          'dashboard: v1.1.0 → v1.2.0',
        ],
      },
      expect.objectContaining({
        number: 1,
        current: false,
        replicas: { wanted: 0, present: 0, ready: 0, available: 0 },
        changes: [],
      }),
    ]);
  });

  it.each<[string, object, object, string[]]>([
    ['nothing that is kept', templateOf('v1'), templateOf('v1'), []],
    [
      'the configuration',
      templateOf('v1', { 'checksum/config': 'a' }),
      templateOf('v1', { 'checksum/config': 'b' }),
      ['configuration'],
    ],
    [
      'a restart',
      templateOf('v1'),
      templateOf('v1', { 'kubectl.kubernetes.io/restartedAt': ago(9) }),
      ['restart'],
    ],
    [
      'containers',
      { spec: { containers: [{ name: 'a', image: 'a:1' }] } },
      { spec: { containers: [{ name: 'b', image: 'b:1' }] } },
      ['b: added', 'a: removed'],
    ],
    [
      'a registry',
      { spec: { containers: [{ name: 'a', image: 'here/a:1' }] } },
      { spec: { containers: [{ name: 'a', image: 'there/a:1' }] } },
      ['a: here/a:1 → there/a:1'],
    ],
    [
      'a digest',
      { spec: { containers: [{ name: 'a', image: 'a@sha256:0' }] } },
      { spec: { containers: [{ name: 'a', image: 'a:2@sha256:1' }] } },
      ['a: sha256:0 → 2@sha256:1'],
    ],
    ['nobody knows what', {}, templateOf('v1'), []],
  ])('says what a revision changed: %s', (_, before, after, changes) => {
    const { revisions } = rolloutOf([
      deployment({ metadata: { annotations: revision(2) } }),
      of(1, { spec: { template: before } }),
      of(2, { spec: { template: after } }),
    ]);
    expect(revisions[0].changes).toEqual(changes);
  });

  it('tells a rollback, its cause, and a revision without a number yet', () => {
    const { revisions } = rolloutOf([
      deployment({ metadata: { annotations: revision(4) } }),
      of(
        4,
        {},
        {
          'deployment.kubernetes.io/revision-history': '1, 2,x',
          'kubernetes.io/change-cause': 'kubectl rollout undo\u0007',
        },
      ),
      of(3),
      of(undefined),
    ]);
    expect(
      revisions.map(({ number, formerNumbers, current, changeCause }) => ({
        number,
        formerNumbers,
        current,
        changeCause,
      })),
    ).toEqual([
      { number: undefined, formerNumbers: [], current: false },
      {
        number: 4,
        formerNumbers: [1, 2],
        current: true,
        changeCause: 'kubectl rollout undo',
      },
      { number: 3, formerNumbers: [], current: false },
    ]);
  });

  it.each<[string, Patch, string, string]>([
    [
      'is rolled out',
      {},
      'Healthy',
      'Revision 2 is rolled out: 1 of 1 replicas are available.',
    ],
    [
      'is on its way',
      {
        status: {
          updatedReplicas: 0,
          conditions: [condition('Progressing', 'True', 'ReplicaSetUpdated')],
        },
      },
      'Progressing',
      'Revision 2 is on its way: 0 of 1 replicas have been updated.',
    ],
    [
      'lost a replica since',
      { status: { readyReplicas: 0, availableReplicas: 0 } },
      'Progressing',
      'Revision 2 is rolled out: 0 of 1 updated replicas are available.',
    ],
    [
      'has not been seen',
      { metadata: { generation: 3 } },
      'Progressing',
      'The controller has not seen the latest change of the Deployment.',
    ],
    [
      'is stuck',
      {
        status: {
          conditions: [
            condition(
              'Progressing',
              'False',
              'ProgressDeadlineExceeded',
              'ReplicaSet "a" has timed out progressing.',
            ),
          ],
        },
      },
      'Degraded',
      'Revision 2 is stuck, ProgressDeadlineExceeded: ReplicaSet "a" has timed out progressing.',
    ],
    [
      'is paused',
      { spec: { paused: true } },
      'Suspended',
      'The rollout is paused.',
    ],
  ])('says in one sentence that it %s', (_, patch, health, sentence) => {
    const { health: said, sentence: text } = rolloutOf([
      deployment({
        ...patch,
        metadata: {
          annotations: revision(2),
          ...(patch.metadata as Patch | undefined),
        },
      }),
    ]);
    expect([said, text]).toEqual([health, sentence]);
  });

  it.each<[Patch, string, string]>([
    [
      condition('Available', 'False', 'MinimumReplicasUnavailable'),
      'Progressing',
      'Fewer replicas are available than have to be.',
    ],
    [
      condition('Progressing', 'True', 'NewReplicaSetAvailable'),
      'Healthy',
      'The current revision is rolled out.',
    ],
    [
      condition('Progressing', 'True', 'ReplicaSetUpdated'),
      'Progressing',
      'Pods of the current revision take over.',
    ],
    [
      condition('Progressing', 'False', 'ProgressDeadlineExceeded'),
      'Degraded',
      'The rollout has made no progress within its deadline.',
    ],
    [
      condition('Progressing', 'Unknown', 'DeploymentPaused'),
      'Suspended',
      'The rollout is paused.',
    ],
    [
      condition('ReplicaFailure', 'True', 'FailedCreate', 'exceeded quota'),
      'Degraded',
      'Condition ReplicaFailure is True, FailedCreate: exceeded quota.',
    ],
  ])('tells a condition in plain words: %j', (given, health, sentence) => {
    const { conditions } = rolloutOf([
      deployment({ status: { conditions: [given] } }),
    ]);
    expect(conditions).toEqual([
      {
        type: given.type,
        status: given.status,
        reason: given.reason,
        message: given.message,
        since: ago(HOUR),
        health,
        sentence,
      },
    ]);
  });

  it('takes the strategy Recreate, and the defaults of the API server', () => {
    expect(
      rolloutOf([deployment({ spec: { strategy: { type: 'Recreate' } } })])
        .strategy,
    ).toEqual({ type: 'Recreate' });
    expect(rolloutOf(instance()).strategy).toEqual({ type: 'RollingUpdate' });
  });
});
