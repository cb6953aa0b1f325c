import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  event,
  HOUR,
  instance,
  merged,
  MINUTE,
  object,
  Patch,
} from '../__testUtils__/objects';
import { claim, service } from '../__testUtils__/wholeInstance';

const eventsOf = (...events: Patch[]) =>
  detailsOf({ objects: [...instance(), claim(), service()], events }).events;

const POD = 'alexandria-7d9f-abcde';

describe('describeEvents', () => {
  it('tells what happened to a Deployment and to what is its own, newest first', () => {
    const names = eventsOf(
      merged(event('Deployment', 'alexandria', 'A', ''), {
        lastTimestamp: ago(50),
      }),
      merged(event('ReplicaSet', 'alexandria-7d9f', 'B', ''), {
        lastTimestamp: ago(40),
      }),
      merged(event('Pod', POD, 'C', ''), { lastTimestamp: ago(30) }),
      event('PersistentVolumeClaim', 'alexandria-data', 'D', ''),
      event('Service', 'alexandria', 'E', ''),
      event('Pod', 'alexandria-7d9f-gone1', 'F', ''),
      event('Pod', 'alexandria-other-abcde', 'G', ''),
      event('Deployment', 'other', 'H', ''),
      event('Service', 'other', 'I', ''),
    ).map(({ object: { kind }, reason }) => `${kind} ${reason}`);
    expect(names).toEqual([
      'PersistentVolumeClaim D',
      'Pod F',
      'Service E',
      'Pod C',
      'ReplicaSet B',
      'Deployment A',
    ]);
  });

  it('puts events together that say the same of the same object', () => {
    const backOff = (name: string, patch: Patch) =>
      merged(event('Pod', POD, 'BackOff', 'Back-off restarting'), {
        metadata: { name },
        source: { component: 'kubelet' },
        ...patch,
      });
    expect(
      eventsOf(
        backOff('a', {
          count: 3,
          firstTimestamp: ago(HOUR),
          lastTimestamp: ago(30 * MINUTE),
        }),
        backOff('b', {
          count: 4,
          firstTimestamp: ago(20 * MINUTE),
          lastTimestamp: ago(MINUTE),
        }),
      ),
    ).toEqual([
      {
        object: { kind: 'Pod', namespace: 'library', name: POD },
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off restarting',
        count: 7,
        firstSeen: ago(HOUR),
        lastSeen: ago(MINUTE),
        source: 'kubelet',
      },
    ]);
  });

  it('counts once what does not say its API', () => {
    const [{ count }] = eventsOf(
      merged(event('Pod', POD, 'A', ''), { apiVersion: undefined }),
    );
    expect(count).toBe(1);
  });

  it('reads both APIs, and a series', () => {
    const series = {
      apiVersion: 'v1',
      lastTimestamp: null,
      firstTimestamp: null,
      eventTime: ago(HOUR),
      series: { count: 9, lastObservedTime: ago(5) },
      reportingComponent: 'default-scheduler',
    };
    const uncounted = merged(event('Pod', POD, 'Killing', 'ends'), {
      ...{ count: 0, lastTimestamp: undefined },
      ...{ type: undefined, metadata: { creationTimestamp: ago(7) } },
    });
    const newer = object('events.k8s.io/v1', 'Event', 'newer', {
      regarding: { kind: 'Pod', name: POD, namespace: 'library' },
      type: 'Normal',
      reason: 'Pulled',
      note: 'Image is there\nalready',
      eventTime: ago(6),
      reportingController: 'kubelet',
    });
    expect(
      eventsOf(
        merged(event('Pod', POD, 'FailedScheduling', 'no node'), series),
        newer,
        uncounted,
      ),
    ).toMatchObject([
      {
        reason: 'FailedScheduling',
        count: 9,
        firstSeen: ago(HOUR),
        lastSeen: ago(5),
        source: 'default-scheduler',
      },
      {
        type: 'Normal',
        reason: 'Pulled',
        message: 'Image is there already',
        count: 1,
        firstSeen: ago(6),
        lastSeen: ago(6),
        source: 'kubelet',
      },
      {
        type: 'Normal',
        reason: 'Killing',
        count: 1,
        firstSeen: ago(7),
        lastSeen: ago(7),
      },
    ]);
  });
});
