/** @jest-environment node */
import { startTestBackend } from '@backstage/backend-test-utils';
import signals from '@backstage/plugin-signals-backend';
import { signalsFirstConnection } from './signalsFirstConnection';

/** Whether a WebSocket opens. */
const opens = (url: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = new WebSocket(url);
    socket.onerror = () => resolve(false);
    socket.onopen = () => {
      socket.onclose = () => resolve(true);
      socket.close();
    };
  });

describe('signalsFirstConnection', () => {
  it('makes the first connection of a browser the second', async () => {
    const backend = await startTestBackend({
      features: [signals, signalsFirstConnection],
    });
    const { port } = backend.server.address() as { port: number };
    expect(await opens(`ws://localhost:${port}/api/signals`)).toBe(true);
    await backend.stop();
  }, 30_000);
});
