import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';
import {
  crds,
  describeWithTools,
  startCluster,
  type Cluster,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { changed, type Deployed } from './support/Deployed';
import { Desk, everyWay, inEveryWay, type Way } from './support/Desk';
import { autoscaled, production, type Variant } from './support/variants';

type Change = (input: InstanceInput) => InstanceInput;

const inProduction =
  (answers: Partial<InstanceInput['environments'][number]>): Change =>
  input => ({
    ...input,
    environments: input.environments.map(each => ({ ...each, ...answers })),
  });

/** What a team changes its mind about, what the cluster then takes, and how often the pods are rolled for it. */
const changes: Array<[string, Change, string[], number]> = [
  [
    'who signs the certificate',
    input => ({
      ...input,
      exposure: { ...input.exposure, clusterIssuer: 'internal' },
    }),
    ['Ingress/alexandria'],
    0,
  ],
  [
    'how many pods there may be',
    inProduction({ autoscaling: { minReplicas: 2, maxReplicas: 6 } }),
    ['HorizontalPodAutoscaler/alexandria'],
    0,
  ],
  [
    'the release',
    inProduction({ imageTag: 'v1.1.0' }),
    ['Deployment/alexandria'],
    1,
  ],
  [
    'the configuration',
    input => ({ ...input, access: { ...input.access, rpName: 'Payments' } }),
    ['ConfigMap/alexandria-config', 'Deployment/alexandria'],
    1,
  ],
];
const touched = [
  ...new Set(changes.flatMap(([, , objects]) => objects)),
].sort();

const lasting: Variant = {
  ...autoscaled,
  name: 'lasting',
  environments: [production],
};

interface Lasting {
  desk: Desk;
  deployed: Deployed;
  /** The README's command for a change. */
  apply: string;
}

const four = ['3/3', '3/3', '3/3', '3/3'];

describeWithTools(
  'a deployed instance',
  ['cluster', 'helm-3', 'helm-4'],
  () => {
    let cluster: Cluster;
    let scratch: string;

    beforeAll(async () => {
      scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'changes-'));
      cluster = await startCluster({ nodes: 8 });
      await cluster.applyCrds(await crds());
    }, 120_000);

    afterAll(async () => {
      await cluster?.stop();
      await fs.rm(scratch, { recursive: true, force: true });
    });

    describe('on Postgres and under an autoscaler', () => {
      const instances = new Map<string, Lasting>();
      let decided: Change = input => input;

      const inEach = <T>(work: (instance: Lasting, way: Way) => Promise<T>) =>
        inEveryWay(way => {
          const instance = instances.get(way.way);
          if (!instance) {
            throw new Error(`nothing was deployed with ${way.way}`);
          }
          return work(instance, way);
        });

      beforeAll(async () => {
        await inEveryWay(async way => {
          const desk = await Desk.set(cluster, lasting, way, scratch);
          const deployed = await desk.deploy('prod');
          const [, apply] = await desk.repository.commands('Changing it');
          // As its autoscaler does when the load asks for it.
          await deployed.kubectl([
            ...['scale', 'deployment/alexandria', '--replicas=4'],
          ]);
          await deployed.rolledOut();
          instances.set(way.way, { desk, deployed, apply });
        });
      }, 120_000);

      it.each(changes)(
        'takes a change of %s: that, nothing else, and as many pods as before',
        async (_, change, objects, rolls) => {
          const earlier = decided;
          decided = input => change(earlier(input));
          const outcome = await inEach(async ({ desk, deployed, apply }) => {
            const before = await deployed.versions();
            const rolled = await deployed.rolls();
            await desk.answer(decided);
            await desk.run(apply);
            await deployed.rolledOut();
            return {
              objects: changed(before, await deployed.versions()),
              rolls: (await deployed.rolls()) - rolled,
              ready: await deployed.ready(),
            };
          });
          expect(outcome).toEqual(everyWay({ objects, rolls, ready: four }));
        },
      );

      it('goes back to what it was: by helm rollback, or by what was committed before', async () => {
        const outcome = await inEach(async (instance, { manifests }) => {
          const { desk, deployed, apply } = instance;
          const before = await deployed.versions();
          const rolled = await deployed.rolls();
          const from = await deployed.images();
          await desk.answer();
          if (manifests === 'helm') {
            const [rollBack] = await desk.repository.commands('Rolling back');
            await desk.run(rollBack.replace('REVISION', '1'));
          } else {
            await desk.run(apply);
          }
          await deployed.rolledOut();
          return {
            from,
            to: await deployed.images(),
            objects: changed(before, await deployed.versions()),
            rolls: (await deployed.rolls()) - rolled,
            ready: await deployed.ready(),
          };
        });
        expect(outcome).toEqual(
          everyWay({
            from: ['v1.1.0', 'v1.1.0', 'v1.1.0'],
            to: ['v1.0.0', 'v1.0.0', 'v1.0.0'],
            objects: touched,
            // The first ReplicaSet is still there, and has the pods again.
            rolls: 0,
            ready: four,
          }),
        );
      });
    });

    it.each([3, 4] as const)(
      'goes from Kustomize to Helm %d without a restart',
      async helmMajor => {
        const variant = { ...lasting, name: `adopted-by-${helmMajor}` };
        const way = { way: 'helm', manifests: 'both', helmMajor } as const;
        const desk = await Desk.set(cluster, variant, way, scratch);
        for (const block of await desk.repository.commands('prod')) {
          if (!block.startsWith('helm ')) {
            await desk.run(block);
          }
        }
        const deployed = desk.deployed('prod');
        const before = await deployed.versions();
        const [withHelm4, withHelm3] = await desk.repository.commands(
          'From Kustomize to Helm',
        );
        await desk.run(helmMajor === 4 ? withHelm4 : withHelm3);
        const after = await deployed.versions();
        expect(Object.keys(after)).toEqual(Object.keys(before));
        expect(await deployed.rolls()).toBe(0);
        expect(await deployed.ready()).toEqual(['3/3', '3/3']);

        const [, upgrade] = await desk.repository.commands('Changing it');
        await desk.run(upgrade);
        expect(changed(after, await deployed.versions())).toEqual([]);
      },
    );
  },
);
