import { describeWithTools } from '@alexandriaproject/test-rig';
import { Observed, OBSERVING } from './support/Observed';

const AUTH = 'auth.existingSecret=alexandria-auth';
const AUTOSCALED = [
  AUTH,
  'config.database.existingSecret=alexandria-db',
  'persistence.accessMode=ReadWriteMany',
];

const storageClass = (name: string) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner: 'test-rig.alexandriaproject.io/volume',
});

describeWithTools(
  'the verdict on volumes, autoscalers and drains',
  [...OBSERVING],
  () => {
    let observed: Observed;

    beforeAll(async () => {
      observed = await Observed.start(['claimed', 'scaled', 'guarded'], 0);
      for (const secret of ['alexandria-auth', 'alexandria-db']) {
        await observed.kubectl([
          ...['create', 'secret', 'generic', secret],
          ...['jwt-secret', 'admin-password', 'database-url'].map(
            key => `--from-literal=${key}=postgres://db/alexandria`,
          ),
        ]);
      }
      // What takes a minute to be a fault does so while the others are looked at.
      await observed.install('claimed', AUTH, 'persistence.storageClass=fast');
      await observed.install(
        'scaled',
        ...AUTOSCALED,
        'autoscaling.enabled=true',
      );
      await observed.install('guarded', AUTH, 'pdb.enabled=true');
    }, 600_000);
    afterAll(() => observed?.stop());

    it('tells that a disruption budget blocks drains', async () => {
      const code = 'DisruptionBudgetBlocksDrains';
      const finding = await observed.finding('guarded', code, 'Healthy');
      expect(finding).toMatchObject({
        severity: 'warning',
        cause: expect.stringContaining('minAvailable 1 of 1 replica'),
        remedy: expect.stringContaining('pdb.maxUnavailable: 1'),
      });
      await observed.install(
        ...['guarded', AUTH, 'pdb.enabled=true'],
        ...['pdb.maxUnavailable=1', 'pdb.minAvailable=null'],
      );
      await observed.clears('guarded', finding);
    });

    it('tells that an autoscaler gets no metrics', async () => {
      const code = 'AutoscalerMetricsUnavailable';
      const finding = await observed.finding('scaled', code, 'Degraded');
      expect(finding).toMatchObject({
        severity: 'warning',
        title: 'Autoscaler scaled gets no metrics',
        cause: expect.stringContaining('FailedGetContainerResourceMetric'),
        remedy: expect.stringMatching(
          /^kubectl get apiservice v1beta1\.metrics\.k8s\.io; install/,
        ),
      });
      await observed.install(
        'scaled',
        ...AUTOSCALED,
        'autoscaling.enabled=false',
      );
      await observed.clears('scaled', finding);
    }, 120_000);

    it('tells that a claim has no volume', async () => {
      const code = 'VolumeClaimPending';
      const finding = await observed.finding('claimed', code, 'Degraded');
      expect(finding).toMatchObject({
        severity: 'critical',
        object: expect.objectContaining({ kind: 'PersistentVolumeClaim' }),
        cause: expect.stringContaining('fast'),
        remedy: expect.stringMatching(
          /^kubectl .*describe pvc .*persistence\.storageClass/,
        ),
      });
      await observed.kubectl(
        ['apply', '-f', '-'],
        JSON.stringify(storageClass('fast')),
      );
      await observed.clears('claimed', finding);
    }, 120_000);
  },
);
