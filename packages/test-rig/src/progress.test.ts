import { duration, progress } from './progress';

describe('duration', () => {
  it.each([
    [400, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min 0 s'],
    [365_000, '6 min 5 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});

describe('progress', () => {
  const lines: string[] = [];

  beforeEach(() => {
    lines.length = 0;
    jest.useFakeTimers();
    jest.spyOn(process.stderr, 'write').mockImplementation(chunk => {
      lines.push(String(chunk));
      return true;
    });
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('says at the start, every 30 seconds and at the end', async () => {
    const done = progress('Building a tool', 'first run only', async () => {
      await jest.advanceTimersByTimeAsync(65_000);
      return 'built';
    });
    await expect(done).resolves.toBe('built');
    expect(lines).toEqual([
      'Building a tool (first run only)…\n',
      'Building a tool: 30 s so far\n',
      'Building a tool: 1 min 0 s so far\n',
      'Building a tool: done in 1 min 5 s\n',
    ]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('says when it failed', async () => {
    const failed = progress('Building a tool', 'first run only', async () => {
      throw new Error('no compiler');
    });
    await expect(failed).rejects.toThrow('no compiler');
    expect(lines.at(-1)).toBe('Building a tool: failed after 0 s\n');
    expect(jest.getTimerCount()).toBe(0);
  });
});
