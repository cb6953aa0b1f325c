import { systemClock } from './Clock';

describe('systemClock', () => {
  it('gives turns one after the other, in the order in which they were asked for', async () => {
    const order: number[] = [];
    let rounds = 0;
    let isOver = false;
    const count = () => {
      rounds += 1;
      if (!isOver) {
        setImmediate(count);
      }
    };
    setImmediate(count);
    const roundOf = await Promise.all(
      [0, 1, 2, 3].map(async index => {
        await systemClock.turn();
        order.push(index);
        return rounds;
      }),
    );
    isOver = true;
    expect(order).toEqual([0, 1, 2, 3]);
    // Between any two, whoever else waits for the event loop got on.
    expect(new Set(roundOf).size).toBe(4);
  });

  it('gives a turn again once nobody waits any more', async () => {
    await systemClock.turn();
    await expect(systemClock.turn()).resolves.toBeUndefined();
  });

  it('rejects with the reason of a signal, and not before', async () => {
    const stop = new AbortController();
    const waiting = systemClock.sleep(60_000, stop.signal);
    const reason = new Error('over');
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(
      systemClock.sleep(1, new AbortController().signal),
    ).resolves.toBeUndefined();
  });
});
