import { VirtualClock } from './__testUtils__/VirtualClock';
import { withDeadline } from './withDeadline';

const never = () => new Promise<never>(() => {});

function start<T>(
  run: (signal: AbortSignal, alive: () => void) => Promise<T>,
  clock = new VirtualClock(),
) {
  const caller = new AbortController();
  const result = withDeadline(
    { clock, ms: 1_000, signal: caller.signal, what: 'silent' },
    run,
  );
  result.catch(() => undefined);
  return { clock, caller, result };
}

describe('withDeadline', () => {
  it('gives what was made in time', async () => {
    await expect(start(async () => 'done').result).resolves.toBe('done');
  });

  it('throws what was thrown', async () => {
    const error = new Error('of its own');
    await expect(start(() => Promise.reject(error)).result).rejects.toBe(error);
  });

  it('ends what takes too long, even what heeds no signal', async () => {
    let given: AbortSignal | undefined;
    const { clock, result } = start(signal => {
      given = signal;
      return never();
    });
    await clock.advance(1_000);
    await expect(result).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'silent for 1 s',
    });
    expect(given?.aborted).toBe(true);
  });

  it('waits on as long as there are signs of life', async () => {
    const clock = new VirtualClock();
    const { result } = start(async (signal, alive) => {
      for (let i = 0; i < 5; i++) {
        await clock.sleep(900, signal);
        alive();
      }
      return 'done';
    }, clock);
    await clock.advance(4_600);
    await expect(result).resolves.toBe('done');
  });

  it('ends with the reason of whoever gives up', async () => {
    const { caller, result } = start(never);
    caller.abort(new Error('enough'));
    await expect(result).rejects.toThrow('enough');
  });

  it('says why it ended rather than what the request made of that', async () => {
    const { clock, result } = start(
      signal =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('hang up')));
        }),
    );
    await clock.advance(1_000);
    await expect(result).rejects.toThrow('silent for 1 s');
  });
});
