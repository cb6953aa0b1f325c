import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import process from 'node:process';
import { describe, it } from 'node:test';
import { listenerOn, portProblems, readPorts } from './ports.mjs';

async function listening(host, work) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, host, resolve);
  });
  try {
    return await work(server.address().port);
  } finally {
    await new Promise(resolve => {
      server.close(resolve);
    });
  }
}

const freePort = () => listening('127.0.0.1', async port => port);

describe('readPorts', () => {
  it('has defaults', () =>
    assert.deepEqual(readPorts({}), {
      ports: { app: 3000, backend: 7007, git: 7008, clusters: 7009 },
      problems: [],
    }));

  it('takes them from the environment', () =>
    assert.deepEqual(
      readPorts({
        ALEXANDRIA_APP_PORT: '1',
        ALEXANDRIA_BACKEND_PORT: '2',
        ALEXANDRIA_GIT_PORT: '65535',
        ALEXANDRIA_CLUSTER_PORT: '3',
      }).ports,
      { app: 1, backend: 2, git: 65535, clusters: 3 },
    ));

  for (const text of ['x', '0', '65536', '-1', '80.5', '1e3', ' 80']) {
    it(`refuses ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readPorts({ ALEXANDRIA_GIT_PORT: text }).problems, [
        `ALEXANDRIA_GIT_PORT=${text} is not a port; a whole number from 1 to 65535 will do.`,
      ]));
  }

  it('names everything that is wrong at once', () =>
    assert.deepEqual(
      readPorts({
        ALEXANDRIA_APP_PORT: 'x',
        ALEXANDRIA_BACKEND_PORT: '7008',
      }).problems,
      [
        'ALEXANDRIA_APP_PORT=x is not a port; a whole number from 1 to 65535 will do.',
        'Port 7008 is asked for its backend and for the sandbox git host; set ALEXANDRIA_BACKEND_PORT or ALEXANDRIA_GIT_PORT to another one.',
      ],
    ));
});

describe('portProblems', () => {
  it('has none for free ports', async () => {
    const ports = {
      app: await freePort(),
      backend: await freePort(),
      git: await freePort(),
    };
    assert.deepEqual(await portProblems(ports), []);
  });

  for (const host of ['127.0.0.1', '0.0.0.0']) {
    it(`names the port in use on ${host}, and its variable`, () =>
      listening(host, async port => {
        const ports = {
          app: await freePort(),
          backend: port,
          git: await freePort(),
        };
        const problems = await portProblems(ports);
        assert.equal(problems.length, 1);
        assert.match(
          problems[0],
          new RegExp(
            `^Port ${port}, wanted for its backend, is in use.* ALEXANDRIA_BACKEND_PORT=`,
          ),
        );
      }));
  }
});

describe('listenerOn', () => {
  it('knows who listens, where the system says so', async () =>
    listening('127.0.0.1', async port => {
      const holder = await listenerOn(port);
      if (process.platform === 'linux') {
        assert.match(
          holder,
          new RegExp(`^node.* \\(process ${process.pid}\\)$`),
        );
      } else {
        assert.equal(holder, undefined);
      }
    }));

  it('knows of nobody on a free port', async () =>
    assert.equal(await listenerOn(await freePort()), undefined));
});
