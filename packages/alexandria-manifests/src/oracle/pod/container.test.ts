/** @jest-environment node */
import { once } from 'node:events';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describeWithTools } from '@alexandriaproject/test-rig';
import { ValuesInput } from '../../values/valuesSchema';
import { ask } from './__testUtils__/ask';
import { Dashboard, startDashboard } from './__testUtils__/startDashboard';

const MEGABYTE = 2 ** 20;

/** Asks for an upload of so many bytes and gives the status; with `declared`, sends none of them. */
async function upload(
  { origin }: Dashboard,
  bytes: number,
  how: 'declared' | 'sent' | 'chunked' = 'sent',
): Promise<number> {
  const sent = request(`${origin}/v1/files`, {
    method: 'POST',
    headers: how === 'chunked' ? {} : { 'Content-Length': bytes },
  });
  // nginx closes the connection of what is too large while it is still being sent.
  sent.on('error', () => {});
  const answered = once(sent, 'response');
  if (how === 'declared') {
    sent.flushHeaders();
  } else {
    sent.end(Buffer.alloc(bytes));
  }
  const [response] = await answered;
  response.resume();
  sent.destroy();
  return response.statusCode;
}

/** The processes of nginx: the master and its workers. */
function processesOf(dashboard: Dashboard): number[] {
  const pidFile = join(dashboard.nginx.folder, 'tmp', 'nginx.pid');
  const master = Number(readFileSync(pidFile, 'utf8'));
  const children = `/proc/${master}/task/${master}/children`;
  const workers = readFileSync(children, 'utf8').trim().split(' ').map(Number);
  return [master, ...workers];
}

/** The files that a process has open for writing. */
function writtenFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap(fd => {
    const [, flags] =
      readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8').match(
        /^flags:\s+([0-7]+)$/m,
      ) ?? [];
    const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
    // O_ACCMODE is 3, and O_RDONLY 0.
    const writes = parseInt(flags, 8) % 4 > 0;
    return writes && target.startsWith('/') ? [target] : [];
  });
}

describeWithTools('nginx in its container', ['nginx'], () => {
  describe.each<[string, ValuesInput, number, number]>([
    ['the default, 64 MiB', {}, 64 * MEGABYTE, 64 * MEGABYTE + 1],
    ['1k', { dashboard: { clientMaxBodySize: '1k' } }, 1024, 1025],
    ['100', { dashboard: { clientMaxBodySize: '100' } }, 100, 101],
    [
      '2M',
      { dashboard: { clientMaxBodySize: '2M' } },
      2 * MEGABYTE,
      2 * MEGABYTE + 1,
    ],
  ])('with %s as its limit of a body', (_, values, largest, tooLarge) => {
    let dashboard: Dashboard;
    beforeAll(async () => {
      dashboard = await startDashboard(values);
    });
    afterAll(() => dashboard?.stop());

    it('passes on what is as large', async () => {
      expect(await upload(dashboard, largest)).toBe(200);
      expect(await upload(dashboard, largest, 'chunked')).toBe(200);
    });

    it('refuses a byte more with 413', async () => {
      expect(await upload(dashboard, tooLarge, 'declared')).toBe(413);
      const before = dashboard.api.requests.length;
      const status = await upload(dashboard, tooLarge, 'chunked');
      expect([before, status]).toEqual([before, 413]);
    });
  });

  it('has no limit of a body where that is 0', async () => {
    const dashboard = await startDashboard({
      dashboard: { clientMaxBodySize: '0' },
    });
    try {
      expect(await upload(dashboard, 65 * MEGABYTE)).toBe(200);
    } finally {
      await dashboard.stop();
    }
  });

  describe('as it runs', () => {
    let dashboard: Dashboard;
    beforeAll(async () => {
      dashboard = await startDashboard();
      await ask(dashboard.origin, '/');
      await upload(dashboard, 3 * MEGABYTE);
    });
    afterAll(() => dashboard?.stop());

    it('needs no privileges', () => {
      const root = process.getuid?.() === 0;
      for (const pid of processesOf(dashboard)) {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const [, uid] = status.match(/^Uid:\s+(\d+)/m) ?? [];
        const [, capabilities] = status.match(/^CapEff:\s+(\S+)/m) ?? [];
        expect({ uid, capabilities: parseInt(capabilities, 16) }).toEqual({
          uid: String(root ? 1000 : process.getuid?.()),
          capabilities: 0,
        });
      }
    });

    it('writes to its output and below /tmp alone', () => {
      const { folder } = dashboard.nginx;
      const own = [
        join(folder, 'nginx.log'),
        join(folder, 'tmp/'),
        '/dev/null',
      ];
      for (const pid of processesOf(dashboard)) {
        const elsewhere = writtenFiles(pid).filter(
          file => !own.some(start => file.startsWith(start)),
        );
        expect(elsewhere).toEqual([]);
      }
      expect(readdirSync(join(folder, 'tmp')).sort()).toEqual([
        'client-body',
        'fastcgi',
        'nginx.pid',
        'proxy',
        'scgi',
        'uwsgi',
      ]);
    });

    it('is one worker', () => {
      expect(processesOf(dashboard)).toHaveLength(2);
    });

    it('writes a line of JSON for each request, without its query', async () => {
      const userAgent = 'a "quoted" \\ agent\u00fc\t';
      await ask(dashboard.origin, '/auth/oidc/okta/callback?code=hush', {
        headers: { 'User-Agent': userAgent, 'X-Forwarded-For': '"' },
      });
      await ask(dashboard.origin, '/nginx-health');
      const text = await dashboard.nginx.log();
      const entries = text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
      const last = entries[entries.length - 1];
      expect(last).toEqual({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d$/),
        remoteAddress: '127.0.0.1',
        forwardedFor: '"',
        method: 'GET',
        path: '/auth/oidc/okta/callback',
        protocol: 'HTTP/1.1',
        status: 200,
        bytes: expect.any(Number),
        seconds: expect.any(Number),
        upstreamSeconds: expect.any(String),
        userAgent: expect.stringContaining('a "quoted" \\ agent'),
        requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
      expect(text).not.toContain('hush');
    });
  });
});
