import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  condition,
  deployment,
  HOUR,
  instance,
  MINUTE,
  Patch,
} from '../__testUtils__/objects';
import {
  autoscaler,
  rescale,
  wholeInstance,
} from '../__testUtils__/wholeInstance';

describe('describeAutoscalerDetails', () => {
  it('tells metrics, conditions in plain words and recent scaling', () => {
    expect(detailsOf(wholeInstance()).autoscaler).toEqual({
      object: {
        kind: 'HorizontalPodAutoscaler',
        namespace: 'library',
        name: 'alexandria',
      },
      min: 1,
      max: 4,
      current: 2,
      desired: 2,
      metrics: [{ type: 'Resource', name: 'cpu', target: '70%' }],
      sentence: 'It holds 2 replicas: cpu unknown (target 70%).',
      health: 'Healthy',
      conditions: [
        {
          type: 'AbleToScale',
          status: 'True',
          reason: 'ReadyForNewScale',
          message: '',
          since: ago(HOUR),
          health: 'Healthy',
          sentence: 'It can change the number of replicas at any time.',
        },
        expect.objectContaining({ sentence: 'It gets its metrics.' }),
        expect.objectContaining({
          sentence:
            'The number that the metrics ask for lies between minimum and maximum.',
        }),
      ],
      recentScaling: [
        { at: ago(30 * MINUTE), to: 2, reason: 'cpu above target' },
      ],
    });
  });

  it('is absent without one', () => {
    expect(detailsOf(instance())).not.toHaveProperty('autoscaler.object');
  });

  it.each<[Patch, string, string]>([
    [
      condition('AbleToScale', 'False', 'FailedGetScale', 'not found'),
      'Degraded',
      'Condition AbleToScale is False, FailedGetScale: not found.',
    ],
    [
      condition(
        'ScalingActive',
        'False',
        'FailedGetResourceMetric',
        'no metrics known for pod',
      ),
      'Degraded',
      'Condition ScalingActive is False, FailedGetResourceMetric: no metrics known for pod.',
    ],
    [
      condition('ScalingActive', 'False', 'ScalingDisabled', 'zero replicas'),
      'Suspended',
      'It is off because no replica is wanted.',
    ],
    [
      condition('ScalingLimited', 'True', 'TooManyReplicas'),
      'Healthy',
      'The metrics ask for more replicas than the maximum.',
    ],
  ])('tells %j', (given, health, sentence) => {
    const { conditions } = detailsOf([
      deployment(),
      autoscaler({ status: { conditions: [given] } }),
    ]).autoscaler!;
    const { type, status, reason, message } = given;
    expect(conditions).toEqual([
      {
        ...{ type, status, reason, message },
        since: ago(HOUR),
        health,
        sentence,
      },
    ]);
  });

  it('tells changes newest first, and leaves out what is no change', () => {
    const { recentScaling } = detailsOf([
      deployment(),
      autoscaler(),
      rescale('a', 'New size: 2; reason: cpu above target', 50 * MINUTE),
      rescale('b', 'New size: 4', MINUTE),
      rescale('c', 'Something else', MINUTE),
      rescale('d', 'New size: 3; reason: All metrics below target', HOUR),
    ]).autoscaler!;
    expect(recentScaling).toEqual([
      { at: ago(MINUTE), to: 4, reason: '' },
      { at: ago(50 * MINUTE), to: 2, reason: 'cpu above target' },
      { at: ago(HOUR), to: 3, reason: 'All metrics below target' },
    ]);
  });
});
