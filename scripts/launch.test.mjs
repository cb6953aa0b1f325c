import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('launch.mjs', import.meta.url));

const launch = (args, env = {}) =>
  spawnSync(process.execPath, [launcher, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

describe('launch', () => {
  for (const args of [[], ['--help'], ['start', '--help'], ['test', '-h']]) {
    it(`explains itself with ${args.join(' ') || 'no arguments'}`, () => {
      const { status, stdout } = launch(args);
      assert.equal(status, 0);
      assert.match(stdout, /ALEXANDRIA_BACKEND_PORT/);
    });
  }

  it('refuses a command that it does not have', () => {
    const { status, stdout, stderr } = launch(['toString']);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.match(stderr, /There is no command "toString"/);
  });

  it('starts a cluster without arguments only', () => {
    const { status, stderr } = launch(['cluster', '--nodes=3']);
    assert.equal(status, 1);
    assert.match(stderr, /cluster takes nothing, and got --nodes=3/);
  });

  it('does not start on a port that is in use, and says how to choose another', async () => {
    const server = createServer();
    await new Promise((resolve, reject) => {
      server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address();
    const { status, stdout, stderr } = launch(['start'], {
      ALEXANDRIA_GIT_PORT: String(port),
    });
    server.close();
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
    assert.match(
      stderr,
      new RegExp(
        `Port ${port}, wanted for the sandbox git host, is in use.*ALEXANDRIA_GIT_PORT=`,
      ),
    );
  });
});
