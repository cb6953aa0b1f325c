import { crds, describeWithTools } from '@alexandriaproject/test-rig';
import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { AnswerLog } from './support/AnswerLog';
import { FaultyClusters } from './support/FaultyClusters';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long anything may take, in seconds. */
const PROMPT = 30;

const CRD =
  '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/certificates.cert-manager.io';

const codesOf = ({ deployments }: InstanceStatus) =>
  deployments.flatMap(({ findings }) => findings.map(({ code }) => code));

/** What was said, without repetitions, of the cluster and the instance. */
const saidIn = (log: AnswerLog, name: string) =>
  log
    .of(name)
    .map(({ said }) =>
      [said.clusters[0].condition, said.health, ...codesOf(said)].join(' '),
    )
    .filter((text, index, all) => text !== all[index - 1]);

describeWithTools('a cluster', ['control-plane', 'toxiproxy'], () => {
  let clusters: FaultyClusters;

  beforeAll(async () => {
    clusters = await FaultyClusters.start(['north']);
  }, 120_000);
  afterAll(() => clusters?.stop());
  afterEach(() => jest.restoreAllMocks());

  it('may lose a kind and get it back, which is no failure', async () => {
    const { api, plane, payments } = clusters;
    const log = clusters.log('north');
    try {
      await api.request('DELETE', CRD);
      await log.until('north', said => codesOf(said).length === 0, PROMPT);
      await plane.applyCrds(
        (await crds()).filter(file => file.includes('certificates')),
      );
      await payments.certify();
      await log.until('north', said => codesOf(said).length === 1, 2 * PROMPT);
    } finally {
      await log.stop();
    }
    expect(saidIn(log, 'north')).toEqual([
      'Current Healthy CertificateExpiring',
      'Current Healthy',
      'Current Healthy CertificateExpiring',
    ]);
  }, 120_000);

  it.each([
    ['ahead of', HOUR_MS],
    ['behind', -HOUR_MS],
  ])(
    'is judged by its own clock when the portal is an hour %s it',
    async (_, skew) => {
      const { payments } = clusters;
      const realNow = Date.now;
      await payments.endCertificate(realNow() + HOUR_MS / 2);
      jest.spyOn(Date, 'now').mockImplementation(() => realNow() + skew);
      await clusters.restartPortal();
      const log = clusters.log('north');
      const until = (code: string) =>
        log.until(
          'north',
          said =>
            codesOf(said).includes(code) &&
            said.clusters[0].condition === 'Current',
          PROMPT,
        );
      try {
        await until('CertificateExpiring');
        await payments.endCertificate(realNow() - HOUR_MS / 2);
        await until('CertificateExpired');
      } finally {
        await log.stop();
      }
      const said = saidIn(log, 'north').filter(
        text => !text.startsWith('Starting'),
      );
      expect(said).toEqual([
        'Current Healthy CertificateExpiring',
        'Current Degraded CertificateExpired',
      ]);
      const { observedAt } = log.of('north').at(-1)!.said.deployments[0];
      // When that was is told by the portal's.
      expect(Math.abs(Date.parse(observedAt) - Date.now())).toBeLessThan(
        MINUTE_MS,
      );
    },
    120_000,
  );
});
