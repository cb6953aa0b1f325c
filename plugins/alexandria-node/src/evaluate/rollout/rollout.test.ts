import {
  condition,
  deployment,
  instance,
  pod,
  replicaSet,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import { rolloutRules } from '.';

const QUOTA =
  'pods "alexandria-7d9f-" is forbidden: exceeded quota: team, requested: limits.cpu=2, used: limits.cpu=7, limited: limits.cpu=8';

const failing = (reason: string, message: string) => ({
  status: {
    replicas: 0,
    conditions: [condition('ReplicaFailure', 'True', reason, message)],
  },
});

describe('rollout', () => {
  const { codes, fires, nearMisses } = ruleTable({
    RolloutPaused: {
      fires: {
        'it is paused': [
          [deployment({ spec: { paused: true } })],
          {
            health: 'Suspended',
            severity: 'info',
            remedy: 'kubectl rollout resume deployment/alexandria -n library',
          },
        ],
        'it is paused in the middle of a rollout': [
          [
            deployment({
              spec: { paused: true },
              status: { observedGeneration: 1, updatedReplicas: 0 },
            }),
          ],
          { health: 'Suspended' },
        ],
      },
      nearMisses: {
        'paused is false': [deployment({ spec: { paused: false } })],
        'paused is text': [deployment({ spec: { paused: 'true' } })],
      },
    },
    ScaledToZero: {
      fires: {
        'no replica is wanted': [
          [
            deployment({
              spec: { replicas: 0 },
              status: {
                replicas: undefined,
                updatedReplicas: undefined,
                readyReplicas: undefined,
                availableReplicas: undefined,
              },
            }),
          ],
          {
            health: 'Suspended',
            remedy:
              'kubectl scale deployment/alexandria --replicas=1 -n library',
          },
        ],
        'the last replica has yet to end': [
          [deployment({ spec: { replicas: 0 } })],
          { health: 'Progressing' },
        ],
      },
      nearMisses: {
        'one replica is wanted': instance(),
        'the number is left to the default': [
          deployment({ spec: { replicas: undefined } }),
        ],
      },
    },
    RolloutInProgress: {
      fires: {
        'the controller has not seen the last change': [
          [deployment({ metadata: { generation: 3 } })],
          { health: 'Progressing', severity: 'info' },
        ],
        'not all replicas are updated': [
          [deployment({ spec: { replicas: 2 } })],
          { health: 'Progressing', title: '1 of 2 replicas' },
        ],
        'an old replica is left': [
          [deployment({ status: { replicas: 2 } })],
          { health: 'Progressing', title: '1 old replicas have yet to end' },
        ],
        'an updated replica is not available': [
          [deployment({ status: { availableReplicas: 0 } })],
          { health: 'Progressing' },
        ],
        'a replica is not ready': [
          [deployment({ status: { readyReplicas: 0 } })],
          { health: 'Progressing' },
        ],
      },
      nearMisses: {
        'all replicas are updated and available': instance(),
        'it is paused': [
          deployment({ spec: { paused: true }, status: { replicas: 2 } }),
        ],
      },
    },
    ProgressDeadlineExceeded: {
      fires: {
        'the controller says so': [
          [
            deployment({
              status: {
                conditions: [
                  condition(
                    'Progressing',
                    'False',
                    'ProgressDeadlineExceeded',
                    'ReplicaSet "alexandria-7d9f" has timed out progressing.',
                  ),
                ],
              },
            }),
          ],
          {
            health: 'Degraded',
            severity: 'critical',
            title: '600 s',
            cause: 'has timed out progressing',
            remedy: 'kubectl rollout undo deployment/alexandria -n library',
          },
        ],
      },
      nearMisses: {
        'it was said of the generation before': [
          deployment({
            metadata: { generation: 3 },
            status: {
              conditions: [
                condition('Progressing', 'False', 'ProgressDeadlineExceeded'),
              ],
            },
          }),
        ],
        'a rollout makes progress': [
          deployment({
            status: {
              availableReplicas: 0,
              conditions: [
                condition('Progressing', 'True', 'ReplicaSetUpdated'),
              ],
            },
          }),
        ],
      },
    },
    QuotaExceeded: {
      fires: {
        'the ReplicaSet says so': [
          [
            deployment({ status: { updatedReplicas: 0, replicas: 0 } }),
            replicaSet(failing('FailedCreate', QUOTA)),
          ],
          {
            health: 'Degraded',
            object: 'ReplicaSet/alexandria-7d9f',
            title: 'Quota team',
            cause: 'limits.cpu=8',
            remedy: 'kubectl describe resourcequota team -n library',
          },
        ],
        'only the Deployment is at hand': [
          [deployment(failing('FailedCreate', QUOTA))],
          { object: 'Deployment/alexandria' },
        ],
      },
      nearMisses: {
        'Pod Security refuses it': [
          deployment(),
          replicaSet(failing('FailedCreate', 'violates PodSecurity')),
        ],
        'it is over': [
          deployment(),
          replicaSet({
            status: {
              conditions: [condition('ReplicaFailure', 'False', '', QUOTA)],
            },
          }),
        ],
      },
    },
    ReplicaFailure: {
      fires: {
        'Pod Security refuses it': [
          [
            deployment(),
            replicaSet(
              failing('FailedCreate', 'violates PodSecurity "restricted"'),
            ),
          ],
          {
            health: 'Degraded',
            cause: 'violates PodSecurity',
            remedy: 'kubectl describe replicaset alexandria-7d9f -n library',
          },
        ],
      },
      nearMisses: {
        'the quota is used up': [
          deployment(),
          replicaSet(failing('FailedCreate', QUOTA)),
        ],
        'it is the ReplicaSet of another Deployment': [
          deployment(),
          replicaSet({
            ...failing('FailedCreate', 'violates PodSecurity'),
            metadata: {
              ownerReferences: [
                { kind: 'Deployment', name: 'other', controller: true },
              ],
            },
          }),
          pod(),
        ],
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(rolloutRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });
});
