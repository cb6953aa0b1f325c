import { backoffMs, containerStatus, goDuration } from './containers';
import type { Container, Pod } from './workloads';

const START = Date.parse('2026-01-05T08:00:00Z');

const container: Container = { name: 'api', image: 'example.com/api:v1' };

const podWith = (annotations: Record<string, string> = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'a',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([name, value]) => [
        `sandbox.alexandriaproject.io/${name}`,
        value,
      ]),
    ),
  },
  spec: { containers: [container] },
  status: { phase: 'Pending' },
});

const after = (
  seconds: number,
  annotations?: Record<string, string>,
  more: Partial<Container> = {},
  isInit = false,
) =>
  containerStatus(
    podWith(annotations),
    { ...container, ...more },
    { since: START },
    START + seconds * 1000,
    isInit,
  );

const crash = { behaviour: 'CrashLoopBackOff', container: 'api' };

describe('containerStatus', () => {
  it.each([
    [0, 'ContainerCreating', false],
    [2, 'running', false],
    [10, 'running', true],
  ])('after %d s is %s, ready: %s', (seconds, state, ready) => {
    const status = after(seconds);
    expect(status.state.waiting?.reason ?? Object.keys(status.state)[0]).toBe(
      state,
    );
    expect(status.ready).toBe(ready);
  });

  it.each([
    [0, 'ContainerCreating'],
    [2, 'ErrImagePull'],
    [60, 'ImagePullBackOff'],
  ])('of an image that is nowhere is after %d s %s', (seconds, reason) => {
    const { state } = after(seconds, {}, { image: 'a.invalid/b:c' });
    expect(state.waiting?.reason).toBe(reason);
  });

  it('of an init container ends', () => {
    expect(after(5, {}, {}, true)).toMatchObject({
      ready: true,
      state: { terminated: { exitCode: 0, reason: 'Completed' } },
    });
  });

  it('of a sidecar runs on', () => {
    expect(after(60, {}, { restartPolicy: 'Always' }, true)).toMatchObject({
      ready: true,
      state: { running: {} },
    });
  });

  // It runs for 4 s, waits for 10, 20, 40, 80, 160 and then 300 s.
  it.each([
    [3, 0, 'running'],
    [6, 0, 'waiting'],
    [16, 1, 'running'],
    [25, 1, 'waiting'],
    [60, 2, 'waiting'],
    [24 * 3600, 288, 'waiting'],
  ])(
    'that crashes has after %d s been restarted %d times and is %s',
    (seconds, restarts, state) => {
      const status = after(seconds, crash);
      expect(status.restartCount).toBe(restarts);
      expect(Object.keys(status.state)).toEqual([state]);
    },
  );

  it('says how it ended', () => {
    const said = after(6, { ...crash, 'exit-code': '7', message: 'no disk' });
    expect(said.lastState.terminated).toMatchObject({
      ...{ exitCode: 7, reason: 'Error', message: 'no disk' },
    });
    expect(said.state.waiting?.message).toBe(
      'back-off 10s restarting failed container=api',
    );
  });

  it('that is told to is never ready', () => {
    const status = after(3600, { behaviour: 'NotReady', container: 'api' });
    expect(status).toMatchObject({ ready: false, state: { running: {} } });
  });

  it('fails only where it is told to', () => {
    expect(after(60, { ...crash, container: 'other' }).ready).toBe(true);
  });
});

describe('backoffMs', () => {
  it.each([
    [0, 10_000],
    [1, 20_000],
    [4, 160_000],
    [5, 300_000],
    [1_000, 300_000],
  ])('after %d restarts is %d', (restarts, ms) => {
    expect(backoffMs(restarts)).toBe(ms);
  });
});

describe('goDuration', () => {
  it.each([
    [10_000, '10s'],
    [160_000, '2m40s'],
    [300_000, '5m0s'],
  ])('%d is %s', (ms, text) => {
    expect(goDuration(ms)).toBe(text);
  });
});
