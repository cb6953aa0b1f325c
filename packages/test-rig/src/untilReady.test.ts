import { Supervisor } from './Supervisor';
import { Missing, PortTaken, untilReady } from './untilReady';

describe('untilReady', () => {
  let supervisor: Supervisor;

  beforeEach(async () => {
    supervisor = await Supervisor.start();
  });

  afterEach(() => supervisor.stop());

  const missing = async (): Promise<{ ready: number } | Missing> => ({
    missing: 'no node',
    server: 'worker',
  });
  const node = (script: string) =>
    supervisor.run('worker', process.execPath, ['--eval', script]);
  const inTenSeconds = () => Date.now() + 10_000;

  it('gives what is there at last', async () => {
    let asked = 0;
    const ready = await untilReady(supervisor, {
      deadline: inTenSeconds(),
      async probe() {
        asked += 1;
        return asked < 3 ? missing() : { ready: asked };
      },
    });
    expect(ready).toBe(3);
  });

  it.each([
    ['ends', 'console.log("bad flag"); process.exit(3)', Error],
    [
      'finds its port taken',
      'console.log("bad flag; address already in use"); process.exit(3)',
      PortTaken,
    ],
  ])('gives up when a process %s', async (_, script, type) => {
    node(script);
    const error: unknown = await untilReady(supervisor, {
      deadline: inTenSeconds(),
      probe: missing,
    }).catch(thrown => thrown);
    expect(error).toBeInstanceOf(type);
    expect(String(error)).toContain(
      'worker ended with exit code 3; it last said:\nbad flag',
    );
    expect(error instanceof PortTaken).toBe(type === PortTaken);
  });

  it('says what is missing when the time is up, and which server should know', async () => {
    await expect(
      untilReady(supervisor, { deadline: Date.now() - 1, probe: missing }),
    ).rejects.toThrow('worker was not ready in time (no node)');
  });

  it('stops when it is aborted', async () => {
    await expect(
      untilReady(supervisor, {
        deadline: inTenSeconds(),
        signal: AbortSignal.abort(new Error('enough')),
        probe: missing,
      }),
    ).rejects.toThrow('enough');
  });
});
