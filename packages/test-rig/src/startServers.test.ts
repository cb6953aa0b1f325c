import { createServer, Server } from 'node:net';
import { describeWithTools } from './describeWithTools';
import { freePorts } from './freePorts';
import { startServers } from './startServers';
import { etcd, kubeApiserver } from './tools';

describeWithTools('startServers', ['control-plane'], () => {
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    [takenPort] = await freePorts(1);
    taken = createServer(socket => socket.destroy());
    await new Promise<void>(resolve => {
      taken.listen(takenPort, '127.0.0.1', resolve);
    });
  });

  afterAll(async () => {
    await new Promise(resolve => {
      taken.close(resolve);
    });
  });

  const options = async () => ({
    etcd: await etcd(),
    kubeApiserver: await kubeApiserver(),
    deadline: Date.now() + 60_000,
  });

  it('tries other ports when one has been taken meanwhile', async () => {
    const answers = [
      async () => [takenPort, ...(await freePorts(1))],
      async () => [...(await freePorts(1)), takenPort],
    ];
    const servers = await startServers({
      ...(await options()),
      ports: async count => (answers.shift() ?? (() => freePorts(count)))(),
    });
    await servers.supervisor.stop();
    expect(answers).toEqual([]);
  }, 60_000);

  it('gives up after three', async () => {
    const ports = jest.fn(async () => [takenPort, ...(await freePorts(1))]);
    await expect(startServers({ ...(await options()), ports })).rejects.toThrow(
      /^etcd ended with exit code 1; .*address already in use/s,
    );
    expect(ports).toHaveBeenCalledTimes(3);
  }, 60_000);
});
