import { describeWithTools } from '@alexandriaproject/test-rig';
import { Observed, OBSERVING } from './support/Observed';
import { PushedRepository } from './support/PushedRepository';
import { production } from './support/variants';

const NAME = 'assistant';
const DEPLOYMENT = 'alexandria';

describeWithTools(
  'the verdict on an autoscaler that has metrics',
  [...OBSERVING],
  () => {
    let repository: PushedRepository;
    let observed: Observed;

    const use = (cpu: string) =>
      observed.kubectl([
        ...['annotate', 'pods', '--all', '--overwrite'],
        `test-rig.alexandriaproject.io/cpu=${cpu}`,
      ]);

    beforeAll(async () => {
      repository = await PushedRepository.start({
        name: NAME,
        owner: 'group:default/payments',
        environments: [
          { ...production, namespace: 'alexandria', cluster: 'north' },
        ],
      });
      observed = await Observed.start([NAME], 0, { metrics: true, repository });
      await observed.deploy(repository, 'prod');
      await observed.until(NAME, ({ health }) => health === 'Healthy');
    }, 600_000);
    afterAll(async () => {
      await observed?.stop();
      await repository?.stop();
    });

    it('says where it stands, in numbers', async () => {
      const said = await observed.until(NAME, ({ deployments }) =>
        Boolean(deployments[0].autoscaler?.metrics[0]?.current),
      );
      expect(said[said.length - 1].deployments[0].autoscaler).toMatchObject({
        min: 2,
        max: 5,
        current: 2,
        metrics: [{ type: 'ContainerResource', name: 'cpu of orchestrator' }],
      });
    });

    it('tells that the values want one and there is none', async () => {
      const code = 'AutoscalerMissing';
      await observed.kubectl(['delete', 'hpa', DEPLOYMENT]);
      const finding = await observed.finding(NAME, code, 'Healthy');
      expect(finding).toMatchObject({
        severity: 'warning',
        title: expect.stringContaining('though the values want one'),
        remedy: expect.stringContaining('apply the manifests again'),
      });
      await observed.follow(finding);
      await observed.deploy(repository, 'prod');
      await observed.clears(NAME, finding);
    });

    it('tells that it is at its ceiling and needs more', async () => {
      const code = 'AutoscalerSaturated';
      await use('8');
      const finding = await observed.finding(NAME, code, 'Healthy');
      expect(finding).toMatchObject({
        severity: 'warning',
        title: 'Autoscaler alexandria is at its maximum of 5 and needs more',
        cause: expect.stringMatching(/TooManyReplicas.*cpu of orchestrator/),
        remedy: expect.stringContaining('autoscaling.maxReplicas'),
      });
      const { autoscaler } = await observed.untilDetails(
        NAME,
        said => Boolean(said.autoscaler?.recentScaling.length),
        DEPLOYMENT,
      );
      expect(autoscaler!.recentScaling).toContainEqual(
        expect.objectContaining({
          to: 5,
          reason: expect.stringContaining('above target'),
        }),
      );
      await use('1m');
      await observed.clears(NAME, finding);
    });
  },
);
