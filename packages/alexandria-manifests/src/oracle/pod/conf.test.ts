/** @jest-environment node */
import { checkNginx, describeWithTools } from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { posix } from 'node:path';
import { createContext } from '../../objects/context';
import { nginxConf } from '../../objects/nginx-configmap';
import { csp, nginxSize, urlPath } from '../../values/model/patterns';
import { resolveValues } from '../../values/resolveValues';
import { accepted } from '../corpus/accepted';
import { alexandria } from '../__testUtils__/helmTemplate';
import { ask, oneConnection } from './__testUtils__/ask';
import {
  confIn,
  Dashboard,
  startDashboard,
} from './__testUtils__/startDashboard';

/** The nginx.conf of values, or undefined where they are refused. */
function confOf(values: unknown): string | undefined {
  const result = resolveValues([values], alexandria);
  return result.ok
    ? nginxConf(createContext(result.value, alexandria))
    : undefined;
}

/** What nginx says, without the lines that say that all is well. */
async function complaints(conf: string): Promise<string> {
  const { said } = await checkNginx(async folder =>
    // Only root may bind the ports below 1024; in the pod a sysctl lets everyone.
    confIn(folder, conf).replace(
      /^( +listen (\[::\]:)?)\d{1,3};$/gm,
      '$18080;',
    ),
  );
  return said
    .replace(/^nginx: the configuration file \S+ syntax is ok\n/, '')
    .replace(/^nginx: configuration file \S+ test is successful\n$/, '');
}

const corpus = new Map(
  accepted.flatMap(({ name, values, release = alexandria }) => {
    const result = resolveValues([values], release);
    return result.ok
      ? [[nginxConf(createContext(result.value, release)), name]]
      : [];
  }),
);

const drawn = fc.record({
  dashboard: fc.record(
    {
      port: fc.integer({ min: 1024, max: 65535 }),
      clientMaxBodySize: fc.oneof(
        fc.stringMatching(nginxSize),
        fc.constantFrom(
          '0',
          '1g',
          '9007199254740991',
          '9223372036854775807',
          '8589934591G',
          '9999999999g',
        ),
      ),
    },
    { requiredKeys: [] },
  ),
  config: fc.record(
    {
      api: fc.record({ port: fc.integer({ min: 1, max: 65535 }) }),
      security: fc.record(
        {
          enabled: fc.boolean(),
          csp: fc.oneof(
            fc.stringMatching(csp),
            fc.integer({ min: 100, max: 9000 }).map(n => 'c'.repeat(n)),
          ),
          hstsMaxAge: fc.maxSafeNat(),
          hstsIncludeSubdomains: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  ),
  metrics: fc.record(
    {
      path: fc.oneof(
        fc.stringMatching(urlPath),
        fc.integer({ min: 100, max: 9000 }).map(n => `/${'m'.repeat(n)}`),
      ),
    },
    { requiredKeys: [] },
  ),
});

describeWithTools('nginx.conf', ['nginx'], () => {
  it.each([...corpus].map(([conf, name]) => ({ name, conf })))(
    'is one that nginx takes without a word: $name',
    async ({ conf }) => {
      expect(await complaints(conf)).toBe('');
    },
  );

  it.each<[string, (text: string) => object]>([
    ['config.security.csp', text => ({ config: { security: { csp: text } } })],
    ['metrics.path', path => ({ metrics: { path } })],
  ])('is, with the longest %s', async (path, values) => {
    const conf = confOf(values(`/${'a'.repeat(3999)}`));
    expect(await complaints(conf ?? 'refused')).toBe('');
    expect(
      resolveValues([values(`/${'a'.repeat(4000)}`)], alexandria),
    ).toMatchObject({ ok: false, issues: [{ path }] });
  });

  it('is, for any accepted values', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async values => {
        const conf = confOf(values);
        fc.pre(conf !== undefined);
        expect(await complaints(conf)).toBe('');
      }),
      { numRuns: 40 },
    );
  });
});

describeWithTools('the paths that the dashboard hides', ['nginx'], () => {
  let dashboard: Dashboard;
  beforeAll(async () => {
    dashboard = await startDashboard({ metrics: { path: '/v1/metrics' } });
  });
  afterAll(() => dashboard?.stop());

  const hidden = ['/live', '/ready', '/metrics', '/v1/metrics'];

  const part = fc.constantFrom(
    ...['/', '//', '.', '..', '%2e', '%2E%2e', '%2f', '%252e', ';', '?', '%3f'],
    ...['v1', 'admin', 'auth', 'health', 'live', 'ready', 'metrics'],
    ...['%6cive', 'LIVE', 'metrics%00', '#'],
  );
  const path = fc
    .array(fc.tuple(part, fc.constantFrom('', '/')), { maxLength: 8 })
    .map(parts => `/${parts.flat().join('')}`);

  /** What Go's router makes of a path: decoded once, its dots resolved; with a slash at its end it is another one. */
  function resolved(url: string): string {
    const [before] = url.split('?');
    return posix.normalize(decodeURIComponent(before));
  }

  it('are hidden however they are written', async () => {
    const agent = oneConnection();
    await fc.assert(
      fc.asyncProperty(path, async asked => {
        await ask(dashboard.origin, asked, { agent }).catch(() => {});
      }),
      { numRuns: 1000 },
    );
    agent.destroy();
    const { requests } = dashboard.api;
    expect(requests.length).toBeGreaterThan(50);
    const reached = requests
      .map(({ url }) => url)
      .filter(url => hidden.includes(resolved(url)));
    expect(reached).toEqual([]);
  });
});
