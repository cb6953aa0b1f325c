import { describeWithTools, run } from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { Observed, OBSERVING } from './support/Observed';

const HOUR_MS = 3_600_000;
const AUTH = ['jwt-secret', 'admin-password'].map(
  key => `--from-literal=${key}=value`,
);

describeWithTools('the verdict on secrets', [...OBSERVING], () => {
  let observed: Observed;
  let scratch: string;

  /** Secrets are read again when something happens in their namespace, else once a minute. */
  const stir = () =>
    observed.kubectl([
      ...['annotate', 'ingress/kept', `stirred=${Date.now()}`, '--overwrite'],
    ]);

  /** Writes a certificate that ends in so many days into the Secret of the Ingress. */
  async function certify(days: number): Promise<void> {
    const [crt, key, csr] = ['crt', 'key', 'csr'].map(ending =>
      path.join(scratch, `tls.${ending}`),
    );
    for (const args of [
      [
        ...['req', '-new', '-nodes', '-newkey', 'ec'],
        ...['-pkeyopt', 'ec_paramgen_curve:prime256v1'],
        ...['-subj', '/CN=alexandria.example.com', '-keyout', key],
        ...['-out', csr],
      ],
      [
        ...['x509', '-req', '-in', csr, '-signkey', key],
        ...['-days', String(days), '-out', crt],
      ],
    ]) {
      const { code, stderr } = await run('openssl', args);
      if (code !== 0) {
        throw new Error(stderr);
      }
    }
    await observed.kubectl(
      ['apply', '--server-side', '-f', '-'],
      await observed.kubectl([
        ...['create', 'secret', 'tls', 'alexandria-tls', `--cert=${crt}`],
        ...[`--key=${key}`, '--dry-run=client', '--output=yaml'],
      ]),
    );
    await stir();
  }

  /** Writes the status as the operator of External Secrets would, `hours` after it last fetched. */
  const fetched = (hours: number, failure?: string) =>
    observed.patch(
      'externalsecret/fetched-external',
      {
        status: {
          refreshTime: new Date(Date.now() - hours * HOUR_MS)
            .toISOString()
            .replace(/\.\d+/, ''),
          conditions: [
            {
              type: 'Ready',
              status: failure === undefined ? 'True' : 'False',
              reason:
                failure === undefined ? 'SecretSynced' : 'SecretSyncedError',
              message: failure ?? 'secret synced',
            },
          ],
        },
      },
      '--subresource=status',
    );

  beforeAll(async () => {
    scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'verdict-'));
    observed = await Observed.start(['kept', 'fetched'], 2);
    for (const name of ['alexandria-auth', 'fetched-external']) {
      await observed.kubectl(['create', 'secret', 'generic', name, ...AUTH]);
    }
    await observed.install(
      ...['kept', 'auth.existingSecret=alexandria-auth'],
      'ingress.enabled=true',
    );
    await certify(365);
    await observed.patch(
      'ingress/kept',
      { status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } } },
      '--subresource=status',
    );
    await observed.install(...['fetched', 'externalSecrets.enabled=true']);
    await fetched(0);
    await observed.until('kept', ({ health }) => health === 'Healthy');
    await observed.until('fetched', ({ health }) => health === 'Healthy');
  }, 150_000);
  afterAll(async () => {
    await observed?.stop();
    await fs.rm(scratch, { recursive: true, force: true });
  });

  it.each([
    ['is about to expire', 7, 'CertificateExpiring', 'Healthy', /ends in/],
    ['has expired', -1, 'CertificateExpired', 'Degraded', /ended .* ago/],
  ])(
    'tells that a certificate %s',
    async (_, days, code, health, title) => {
      await certify(days);
      const finding = await observed.finding('kept', code, health);
      expect(finding).toMatchObject({
        title: expect.stringMatching(title),
        cause: expect.stringMatching(/^notAfter is \d{4}-/),
        remedy: expect.stringContaining('Secret alexandria-tls'),
      });
      await certify(365);
      await observed.clears('kept', finding);
    },
    150_000,
  );

  it('tells that a Secret was rotated and its pods were not', async () => {
    const code = 'SecretRotatedNotRolled';
    await observed.patch('secret/alexandria-auth', {
      stringData: { 'jwt-secret': 'rotated' },
    });
    await stir();
    const finding = await observed.finding('kept', code, 'Healthy');
    expect(finding).toMatchObject({
      severity: 'warning',
      title: 'Secret alexandria-auth changed after its pods started',
      remedy: expect.stringContaining('rollout restart deployment/kept'),
    });
    await observed.follow(finding);
    await observed.clears('kept', finding);
  }, 150_000);

  it('tells that External Secrets cannot fetch a secret', async () => {
    const code = 'ExternalSecretFailed';
    await fetched(0, 'permission denied at alexandria/jwt-secret');
    const finding = await observed.finding('fetched', code, 'Degraded');
    expect(finding).toMatchObject({
      cause: expect.stringMatching(
        /SecretSyncedError.*permission denied.*what was fetched last/,
      ),
      remedy: expect.stringMatching(/^kubectl .*describe externalsecret/),
    });
    await fetched(0);
    await observed.clears('fetched', finding);
  });

  it('tells that a secret has not been fetched for long', async () => {
    const code = 'ExternalSecretStale';
    await fetched(3);
    const finding = await observed.finding('fetched', code, 'Healthy');
    expect(finding).toMatchObject({
      title: expect.stringMatching(/last fetched 3 .* ago/),
      cause: expect.stringContaining('spec.refreshInterval is 1h'),
      remedy: expect.stringContaining('force-sync=now'),
    });
    await fetched(0);
    await observed.clears('fetched', finding);
  });
});
