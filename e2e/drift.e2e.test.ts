import type {
  DeploymentDetails,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { describeWithTools } from '@alexandriaproject/test-rig';
import path from 'path';
import { Observed, OBSERVING } from './support/Observed';
import { PushedRepository } from './support/PushedRepository';
import { production } from './support/variants';

const NAME = 'assistant';
const DEPLOYMENT = 'alexandria';
const MANIFEST = path.join(
  __dirname,
  '../plugins/alexandria-backend/rbac/drift.yaml',
);

/** Nobody watches ConfigMaps: an edit shows when somebody looks half a minute later, and so does its end. */
const EDIT_UNWATCHED_MS = 180_000;

const driftOf = (
  { drift }: DeploymentDetails,
  kind: string,
  name = DEPLOYMENT,
) =>
  drift?.objects.find(
    ({ object }) => object.kind === kind && object.name === name,
  );

const isSame = ({ drift }: DeploymentDetails) => drift?.state === 'Same';

describeWithTools(
  'what differs between a repository and its cluster',
  [...OBSERVING],
  () => {
    let repository: PushedRepository;
    let observed: Observed;

    const until = (isSo: (said: DeploymentDetails) => boolean) =>
      observed.untilDetails(NAME, isSo, DEPLOYMENT);

    /** Does something by hand, as somebody. */
    const edit = (target: string, patch: object) =>
      observed.patch(target, patch, '--field-manager=alice');

    /** Deploys what git has: who deploys takes back what others wrote. */
    const deploy = () =>
      observed.deploy(repository, 'prod', '--force-conflicts');

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

    it('calls nothing the same that it may not read', async () => {
      const { drift } = await until(
        said => said.drift?.comparedAt !== undefined,
      );
      expect(drift).toMatchObject({ state: 'Unknown' });
      const unread = (drift?.objects ?? []).filter(
        ({ state }: ObjectDrift) => state !== 'Same',
      );
      expect(unread.map(({ object }) => object.kind)).toContain('ConfigMap');
      expect(unread).toEqual(
        unread.map(each => ({
          ...each,
          state: 'Unread',
          message: expect.stringContaining('rbac/drift.yaml'),
        })),
      );
    });

    it('finds no difference in what Helm has deployed', async () => {
      await observed.kubectl(['apply', '-f', MANIFEST]);
      const { drift } = await until(isSame);
      expect(drift).toMatchObject({
        repository: { problems: [], files: [] },
        chart: { deployed: '0.1.0', portal: '0.1.0' },
      });
    });

    it('takes what an autoscaler does for no drift', async () => {
      const replicas = async () =>
        (await observed.details(NAME, DEPLOYMENT)).replicas?.wanted;
      const use = (cpu: string) =>
        observed.kubectl([
          ...['annotate', 'pods', '--all', '--overwrite'],
          `test-rig.alexandriaproject.io/cpu=${cpu}`,
        ]);
      const before = await replicas();
      await use('8');
      const scaled = await until(
        said => said.replicas?.wanted === 5 && isSame(said),
      );
      expect(before).toBe(2);
      expect(scaled.findings.map(({ code }) => code)).not.toEqual(
        expect.arrayContaining(['ReplicaDrift']),
      );
      await use('1m');
    });

    it('names who edited the Deployment, on the screen too, until git is deployed', async () => {
      await edit(`deployment/${DEPLOYMENT}`, {
        spec: { template: { spec: { terminationGracePeriodSeconds: 7 } } },
      });
      const finding = await observed.finding(NAME, 'FieldDrift', 'Healthy');
      expect(finding).toMatchObject({
        object: { kind: 'Deployment', name: DEPLOYMENT },
        cause: expect.stringMatching(
          /^spec\.template\.spec\.terminationGracePeriodSeconds is 7 instead of \d+, last written by alice \(Update\) at 2/,
        ),
      });
      await deploy();
      await observed.clears(NAME, finding);
      await until(isSame);
    });

    it(
      'says that a ConfigMap differs, by whom, and nothing of what is in it',
      async () => {
        await edit('configmap/alexandria-config', {
          data: { 'alexandria.conf': 'password = "hunter2"\n' },
        });
        const details = await until(
          said =>
            driftOf(said, 'ConfigMap', 'alexandria-config')?.state ===
            'Different',
        );
        expect(
          driftOf(details, 'ConfigMap', 'alexandria-config'),
        ).toMatchObject({
          fields: [
            {
              path: 'data["alexandria.conf"]',
              withheld: true,
              writer: { manager: 'alice', operation: 'Update' },
            },
          ],
        });
        expect(JSON.stringify(details)).not.toContain('hunter2');
        await deploy();
        await until(isSame);
      },
      EDIT_UNWATCHED_MS,
    );

    it('tells what is gone', async () => {
      await observed.kubectl(['delete', 'poddisruptionbudget', DEPLOYMENT]);
      const finding = await observed.finding(NAME, 'FieldDrift', 'Healthy');
      expect(finding.title).toBe(
        'PodDisruptionBudget alexandria is not in the cluster',
      );
      await deploy();
      await observed.clears(NAME, finding);
    });
  },
);
