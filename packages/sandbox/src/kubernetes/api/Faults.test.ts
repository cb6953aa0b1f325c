/** @jest-environment node */
import {
  configMap,
  namespace,
  servePlainCluster,
} from '../__testUtils__/servePlainCluster';
import { faultSchema, type Fault } from './Faults';

const MAPS = '/api/v1/namespaces/library/configmaps';

describe('faults on request', () => {
  let served: Awaited<ReturnType<typeof servePlainCluster>>;
  beforeEach(async () => {
    served = await servePlainCluster();
    served.create(namespace('library'), configMap('a'));
  });
  afterEach(() => served.close());

  const set = (...faults: Fault[]) =>
    served.client.ask({
      ...{ method: 'PUT', path: '/sandbox/faults', body: { faults } },
    });
  const get = (path = MAPS) => served.client.ask({ path });

  it.each([
    [429, 'TooManyRequests'],
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
    [403, 'Forbidden'],
    [401, 'Unauthorized'],
    [410, 'Expired'],
    [404, 'NotFound'],
  ] as const)('answers %d', async (code, reason) => {
    await set({ fault: 'status', code });
    expect(await get()).toMatchObject({ status: code, body: { code, reason } });
    await set();
    expect(await get()).toMatchObject({ status: 200 });
  });

  it('says when to come back', async () => {
    await set({ fault: 'status', code: 429, retryAfter: 7 });
    expect(await get()).toMatchObject({
      headers: { 'retry-after': '7' },
      body: { details: { retryAfterSeconds: 7 } },
    });
  });

  it('is about one kind, one verb and so many times', async () => {
    await set({
      ...{ fault: 'status', code: 500, times: 1 },
      ...{ resource: 'configmaps', verbs: ['list'] },
    });
    const statuses = [
      await get('/api/v1/pods'),
      await get(`${MAPS}/a`),
      await get(),
      await get(),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 500, 200]);
  });

  it('resets connections, those of watches too', async () => {
    const watching = served.client.watch(`${MAPS}?watch=true`, async () => {
      await set({ fault: 'reset' });
    });
    await expect(watching).rejects.toThrow();
    await expect(get()).rejects.toThrow();
  });

  it('delays', async () => {
    await set({ fault: 'delay', ms: 50 });
    const begun = performance.now();
    expect((await get()).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(45);
  });

  it('holds what is asked until it is over', async () => {
    await set({ fault: 'hold', resource: 'configmaps' });
    const asked = get();
    await get('/api/v1/pods');
    await set();
    expect((await asked).status).toBe(200);
  });

  it('freezes: no answer, no event, and no connection outlasts it', async () => {
    const events: string[] = [];
    let broken: Promise<unknown> | undefined;
    await new Promise<void>(watched => {
      broken = served.client
        .watch(`${MAPS}?watch=true`, async () => watched())
        .catch(() => events.push('broken'));
    });
    await set({ fault: 'freeze' });
    const asked = get().catch(() => events.push('dropped'));
    served.create(configMap('b'));
    // Whoever sets faults is answered, and by then everything before has arrived.
    await set({ fault: 'freeze' });
    expect(events).toEqual([]);
    await set();
    await Promise.all([asked, broken]);
    expect(events.sort()).toEqual(['broken', 'dropped']);
    expect((await get()).status).toBe(200);
  });

  it('is told by whom it was set', async () => {
    await set({ fault: 'status', code: 503 });
    expect(await get('/sandbox/faults')).toMatchObject({
      status: 200,
      body: { faults: [{ fault: 'status', code: 503 }] },
    });
  });

  it.each([
    ['a fault that there is not', { fault: 'other' }],
    ['a delay of no time', { fault: 'delay' }],
    ['a status without a code', { fault: 'status' }],
    ['a code that no API server answers', { fault: 'status', code: 418 }],
    ['something else', { fault: 'reset', other: 1 }],
  ])('refuses %s', async (_, fault) => {
    expect(faultSchema.safeParse(fault).success).toBe(false);
    const answer = await served.client.ask({
      ...{ method: 'PUT', path: '/sandbox/faults', body: { faults: [fault] } },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { reason: 'BadRequest' },
    });
  });
});
