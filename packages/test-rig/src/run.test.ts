import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, RunOptions } from './run';

const node = (script: string, options?: RunOptions) =>
  run(process.execPath, ['--eval', script], options);

describe('run', () => {
  it('gives output and exit code, whatever the code', async () => {
    await expect(
      node('console.log("out"); console.error("err"); process.exit(3)'),
    ).resolves.toEqual({ stdout: 'out\n', stderr: 'err\n', code: 3 });
  });

  it('passes arguments as they are, through no shell', async () => {
    const { stdout } = await run(process.execPath, [
      '--print',
      'process.argv[1]',
      '$(id); `id` "*"',
    ]);
    expect(stdout).toBe('$(id); `id` "*"\n');
  });

  it('feeds standard input and decodes characters that span chunks', async () => {
    const input = '€'.repeat(100_000);
    const { stdout } = await node('process.stdin.pipe(process.stdout)', {
      input,
    });
    expect(stdout).toBe(input);
  });

  it('does not mind a program that reads no input', async () => {
    const { code } = await node('process.exit(0)', {
      input: 'x'.repeat(10_000_000),
    });
    expect(code).toBe(0);
  });

  it('gives 128 plus the signal that ended the program', async () => {
    const { code } = await node('process.kill(process.pid, "SIGTERM")');
    expect(code).toBe(143);
  });

  it('lays env over the environment of this process', async () => {
    const { stdout } = await node(
      'console.log(process.env.ADDED, "PATH" in process.env, "HOME" in process.env)',
      { env: { ADDED: 'yes', HOME: undefined } },
    );
    expect(stdout).toBe('yes true false\n');
  });

  it('keeps the kubeconfig and the caches of the user away from a tool', async () => {
    const tool = { name: 'node', version: '0', path: process.execPath };
    const script = 'console.log(process.env.KUBECONFIG)';
    const alone = await run(tool, ['--eval', script]);
    expect(alone.stdout).toBe(`${devNull}\n`);
    const given = await run(tool, ['--eval', script], {
      env: { KUBECONFIG: 'given' },
    });
    expect(given.stdout).toBe('given\n');
  });

  it.each([
    ['no-such-program', undefined, 'there is no no-such-program on the PATH'],
    ['/no/such/program', undefined, 'there is no /no/such/program'],
    [
      process.execPath,
      join(tmpdir(), 'no-such-folder'),
      `there is no folder ${join(tmpdir(), 'no-such-folder')}`,
    ],
  ])('rejects when %s cannot be started in %s', async (path, cwd, message) => {
    await expect(run(path, [], { cwd })).rejects.toThrow(message);
  });

  it('kills what runs too long and says what it wrote last', async () => {
    await expect(
      node('console.error("waiting for a lock"); setInterval(() => {}, 1000)', {
        timeoutMs: 1000,
      }),
    ).rejects.toThrow(
      /still running after 1000 ms; it last said:\nwaiting for a lock$/,
    );
  });

  it('kills what is aborted and rejects with the reason', async () => {
    const controller = new AbortController();
    const running = node('setInterval(() => {}, 1000)', {
      signal: controller.signal,
    });
    controller.abort(new Error('no longer wanted'));
    await expect(running).rejects.toThrow('no longer wanted');
    await expect(
      node('process.exit(0)', { signal: controller.signal }),
    ).rejects.toThrow('no longer wanted');
  });
});
