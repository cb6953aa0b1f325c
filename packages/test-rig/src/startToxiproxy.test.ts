import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { describeWithTools } from './describeWithTools';
import {
  startToxiproxy,
  type ToxicLine,
  type Toxiproxy,
} from './startToxiproxy';

/** A connection on which each text is answered with the same. */
class Echoed {
  #received = '';
  /** Undefined while it is open; then the error's code, if any. */
  end: string | undefined;
  readonly #socket;

  constructor({ url }: ToxicLine) {
    const { hostname, port } = new URL(url);
    this.#socket = connect(Number(port), hostname);
    this.#socket.setEncoding('utf8');
    this.#socket.on('data', text => {
      this.#received += text;
    });
    this.#socket.on('error', error => {
      this.end = 'code' in error ? String(error.code) : error.message;
    });
    this.#socket.on('close', () => {
      this.end ??= 'closed';
    });
  }

  get received() {
    return this.#received;
  }

  send(text: string) {
    this.#socket.write(text);
  }

  destroy() {
    this.#socket.destroy();
  }
}

async function until(condition: () => boolean) {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error('still not so after 10 s');
}

describeWithTools('startToxiproxy', ['toxiproxy'], () => {
  let server: Server;
  let toxiproxy: Toxiproxy;
  let line: ToxicLine;
  let connections: Echoed[];

  beforeAll(async () => {
    server = createServer(socket => {
      socket.on('error', () => {});
      socket.pipe(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    toxiproxy = await startToxiproxy();
  });
  afterAll(async () => {
    await toxiproxy?.stop();
    await new Promise(resolve => server.close(resolve));
  });

  beforeEach(async () => {
    const { port } = server.address() as AddressInfo;
    line = await toxiproxy.lineTo(`https://127.0.0.1:${port}`);
    connections = [];
  });
  afterEach(() => connections.forEach(each => each.destroy()));

  function open() {
    const echoed = new Echoed(line);
    connections.push(echoed);
    return echoed;
  }

  async function opened() {
    const echoed = open();
    echoed.send('a');
    await until(() => echoed.received === 'a');
    return echoed;
  }

  it('leads to the server, on a port of its own', async () => {
    const { port } = server.address() as AddressInfo;
    expect(line.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(line.url).not.toContain(String(port));
    const echoed = await opened();
    expect(echoed.end).toBeUndefined();
  });

  it('loses what is sent on connections that stay open, until it is mended', async () => {
    const echoed = await opened();
    await line.poison('downstream', { type: 'timeout', timeout: 0 });
    echoed.send('b');
    const later = open();
    later.send('c');
    await line.mend();
    await until(() => echoed.end === 'closed' && later.end === 'closed');
    expect([echoed.received, later.received]).toEqual(['a', '']);
    await opened();
  });

  it('resets connections', async () => {
    await line.poison('upstream', { type: 'reset_peer', timeout: 0 });
    const echoed = open();
    echoed.send('a');
    await until(() => echoed.end === 'ECONNRESET');
    await line.mend();
    expect((await opened()).end).toBeUndefined();
  });

  it('lets some bytes through', async () => {
    await line.poison('downstream', { type: 'limit_data', bytes: 3 });
    const echoed = open();
    echoed.send('abcdef');
    await until(() => echoed.end === 'closed');
    expect(echoed.received).toBe('abc');
  });

  it('is slow', async () => {
    const echoed = await opened();
    await line.poison('downstream', { type: 'latency', latency: 300 });
    const begun = Date.now();
    echoed.send('b');
    await until(() => echoed.received === 'ab');
    // It may be later on a busy machine, and never earlier.
    expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
  });

  it('ends and refuses connections while it is closed', async () => {
    const echoed = await opened();
    await line.close();
    await until(() => echoed.end === 'closed');
    const refused = open();
    await until(() => refused.end === 'ECONNREFUSED');
    await line.mend();
    expect((await opened()).end).toBeUndefined();
  });

  it('ends connections and takes new ones at once', async () => {
    const echoed = await opened();
    await line.cut();
    await until(() => echoed.end === 'closed');
    expect((await opened()).end).toBeUndefined();
  });

  it('harms no other line', async () => {
    const { port } = server.address() as AddressInfo;
    const harmed = line;
    line = await toxiproxy.lineTo(`https://127.0.0.1:${port}`);
    await harmed.close();
    expect((await opened()).end).toBeUndefined();
  });

  it('says what toxiproxy refuses', async () => {
    await expect(
      line.poison('sideways' as 'upstream', { type: 'timeout', timeout: 0 }),
    ).rejects.toThrow(/^toxiproxy answered POST .*stream was invalid/);
  });
});
