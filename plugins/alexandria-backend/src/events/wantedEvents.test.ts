import { wantedEvents } from './wantedEvents';

const now = Date.UTC(2026, 0, 1, 1);
const metadata = {
  ...{ name: 'a', namespace: 'dev', resourceVersion: '1' },
  creationTimestamp: '2026-01-01T00:00:00Z',
};

const type = (group: string, kind: string) => ({
  ...{ group, version: 'v1', kind, resource: '' },
});

const HPA = {
  ...type('autoscaling', 'HorizontalPodAutoscaler'),
  version: 'v2',
};

const autoscaler = (status: string, lastScaleTime?: string) => ({
  ...{ currentReplicas: 2, desiredReplicas: 2, lastScaleTime },
  conditions: [
    { type: 'AbleToScale', status },
    { type: 'ScalingActive', status: 'True' },
  ],
});

const waiting = (reason: string) => ({
  phase: 'Pending',
  containerStatuses: [{ name: 'api', state: { waiting: { reason } } }],
});

describe('wantedEvents', () => {
  it.each<[string, ReturnType<typeof type>, object, object]>([
    [
      'a claim with a volume',
      type('', 'PersistentVolumeClaim'),
      { phase: 'Bound' },
      {},
    ],
    [
      'a claim without one',
      type('', 'PersistentVolumeClaim'),
      { phase: 'Pending' },
      { wanted: 'waiting' },
    ],
    [
      'a claim that lost it',
      type('', 'PersistentVolumeClaim'),
      { phase: 'Lost' },
      { wanted: 'failed' },
    ],
    [
      'a pod that begins',
      type('', 'Pod'),
      waiting('ContainerCreating'),
      { wanted: 'waiting' },
    ],
    [
      'a pod without its image',
      type('', 'Pod'),
      waiting('ImagePullBackOff'),
      { wanted: 'failed' },
    ],
    [
      'a Certificate that is not issued',
      type('cert-manager.io', 'Certificate'),
      { conditions: [{ type: 'Ready', status: 'False', reason: 'Failed' }] },
      { wanted: 'failed' },
    ],
    [
      'an autoscaler that scaled within the hour',
      HPA,
      autoscaler('True', '2026-01-01T00:00:01Z'),
      { wanted: 'scaled' },
    ],
    [
      'an autoscaler that scaled an hour ago',
      HPA,
      autoscaler('True', '2026-01-01T00:00:00Z'),
      {},
    ],
    ['an autoscaler that never did', HPA, autoscaler('True'), {}],
    [
      'an autoscaler that scaled and cannot any more',
      HPA,
      autoscaler('False', '2026-01-01T00:00:01Z'),
      { wanted: 'waiting' },
    ],
    ['what nothing is known of', type('', 'Service'), {}, {}],
  ])('of %s', (_, given, status, said) => {
    const spec = { containers: [{ name: 'api' }] };
    expect(wantedEvents(given, { metadata, spec, status }, now)).toEqual(said);
  });
});
