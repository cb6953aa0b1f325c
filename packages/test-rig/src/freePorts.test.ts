import { createServer } from 'node:net';
import { freePorts } from './freePorts';

describe('freePorts', () => {
  it('gives different ports on which one can listen', async () => {
    const ports = await freePorts(5);
    expect(new Set(ports).size).toBe(5);
    for (const port of ports) {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      await new Promise(resolve => {
        server.close(resolve);
      });
    }
  });
});
