import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run';
import { Supervisor } from './Supervisor';

async function until(condition: () => boolean | Promise<boolean>) {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await condition()) {
      return;
    }
    await sleep(20);
  }
  throw new Error('still not so after 10 s');
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('Supervisor', () => {
  let supervisor: Supervisor;

  beforeEach(async () => {
    supervisor = await Supervisor.start();
  });

  afterEach(() => supervisor.stop());

  const node = (name: string, script: string) =>
    supervisor.run(name, process.execPath, ['--eval', script]);

  it.each([
    ['exits', 'process.exit(3)', 'exit code 3'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', 'SIGKILL'],
  ])('says that a process %s', async (_, script, reason) => {
    node('short', script);
    await until(() => supervisor.failures().length > 0);
    expect(supervisor.failures()).toEqual([{ name: 'short', reason }]);
  });

  it('says that a program cannot be started', async () => {
    supervisor.run('none', '/no/such/program', []);
    await until(() => supervisor.failures().length > 0);
    expect(supervisor.failures()).toEqual([
      { name: 'none', reason: 'spawn /no/such/program ENOENT' },
    ]);
  });

  it('keeps the end of what a process writes', async () => {
    node('writer', 'for (let i = 1; i < 100; i++) console.log(`line ${i}`)');
    await until(() => supervisor.failures().length > 0);
    expect(await supervisor.tail('writer', 2)).toBe('line 98\nline 99');
    expect(await supervisor.tail('another')).toBe('');
  });

  it('stops a process, lets it go on, and ends it while it is stopped', async () => {
    node('server', 'console.log(process.pid); setInterval(() => {}, 1000)');
    await until(async () => (await supervisor.tail('server')) !== '');
    const pid = await supervisor.tail('server');
    const isStopped = async () => {
      const { stdout } = await run('ps', ['-o', 'stat=', '-p', pid]);
      return stdout.startsWith('T');
    };

    supervisor.signal('server', 'SIGSTOP');
    await until(isStopped);
    supervisor.signal('server', 'SIGCONT');
    await until(async () => !(await isStopped()));
    supervisor.signal('server', 'SIGSTOP');
    await until(isStopped);
    await supervisor.stop();
    expect(alive(Number(pid))).toBe(false);
  }, 30_000);

  it('ends a process when it is asked to, which is no failure, and runs it anew', async () => {
    const script = 'console.log(process.pid); setInterval(() => {}, 1000)';
    node('server', script);
    await until(async () => (await supervisor.tail('server')) !== '');
    const pid = Number(await supervisor.tail('server'));

    await supervisor.kill('server');
    expect(alive(pid)).toBe(false);
    node('server', script);
    await until(
      async () => (await supervisor.tail('server', 1)) !== String(pid),
    );
    expect(supervisor.failures()).toEqual([]);

    process.kill(Number(await supervisor.tail('server', 1)), 'SIGKILL');
    await until(() => supervisor.failures().length > 0);
  });

  it('ends even a process that does not want to, and removes the folder', async () => {
    node(
      'stubborn',
      'process.on("SIGTERM", () => {}); console.log(process.pid); setInterval(() => {}, 1000)',
    );
    await until(async () => (await supervisor.tail('stubborn')) !== '');
    const pid = Number(await supervisor.tail('stubborn'));
    expect(alive(pid)).toBe(true);

    await supervisor.stop();
    expect(alive(pid)).toBe(false);
    expect(existsSync(supervisor.folder)).toBe(false);
  }, 30_000);
});
