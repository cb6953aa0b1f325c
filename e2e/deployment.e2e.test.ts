import {
  crds,
  describeWithTools,
  startCluster,
  type Cluster,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { changed } from './support/Deployed';
import { Desk, everyWay, inEveryWay, type Way } from './support/Desk';
import { keyPairSecret } from './support/standIns';
import { samlByJob, variants } from './support/variants';

/** Of every instance. */
const KINDS = [
  ...['ConfigMap', 'Deployment', 'PersistentVolumeClaim', 'Service'],
  'ServiceAccount',
];
const CLAIM = 'PersistentVolumeClaim/alexandria-data';

/** For the pods of some environments to come up one after the other. */
const LIMIT_MS = 120_000;

describeWithTools(
  'a generated repository, deployed as its README says',
  ['cluster', 'helm-3', 'helm-4'],
  () => {
    let cluster: Cluster;
    let scratch: string;

    beforeAll(async () => {
      scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'deployment-'));
      cluster = await startCluster({ nodes: 8 });
      await cluster.applyCrds(await crds());
    }, LIMIT_MS);

    afterAll(async () => {
      await cluster?.stop();
      await fs.rm(scratch, { recursive: true, force: true });
    });

    it.each(variants)(
      '$name, with Helm 3, Helm 4 and Kustomize: READY 3/3, once more changes nothing, and the data stay',
      async variant => {
        const environments = variant.environments.map(({ name }) => name);
        const outcome = await inEveryWay(async way => {
          const desk = await Desk.set(cluster, variant, way, scratch);
          const ready: Record<string, string[]> = {};
          const missing: Record<string, string[]> = {};
          const kept: string[] = [];
          for (const name of environments) {
            const deployed = await desk.deploy(name);
            ready[name] = await deployed.ready();
            missing[name] = await deployed.missing();
            kept.push(...(await deployed.secretValues()));
          }

          const deployed = desk.deployed(environments[environments.length - 1]);
          const before = await deployed.versions();
          const [, again] = await desk.repository.commands('Changing it');
          await desk.run(again);
          const changedByApplyingAgain = changed(
            before,
            await deployed.versions(),
          );

          const [remove, removeData] = await desk.repository.commands(
            'Removing it',
          );
          await desk.run(remove);
          const left = Object.keys(await deployed.look());
          await desk.run(removeData);
          return {
            ready,
            missing,
            kinds: [
              ...new Set(Object.keys(before).map(name => name.split('/')[0])),
            ].sort(),
            changedByApplyingAgain,
            left,
            leftWithoutData: Object.keys(await deployed.look()),
            // As they were entered, whatever a shell would make of them.
            lostSecrets: desk.entered.filter(line => !kept.includes(line)),
            printedSecrets: desk.entered.filter(line =>
              desk.printed.includes(line),
            ),
            warnings: desk.printed.match(/^.*warning.*$/gim) ?? [],
          };
        });

        const each = <T>(value: (name: string) => T) =>
          Object.fromEntries(environments.map(name => [name, value(name)]));
        expect(outcome).toEqual(
          everyWay({
            ready: each(name => Array(variant.pods[name]).fill('3/3')),
            missing: each(() => []),
            kinds: [...KINDS, ...variant.kinds].sort(),
            changedByApplyingAgain: [],
            left: [CLAIM],
            leftWithoutData: [],
            lostSecrets: [],
            printedSecrets: [],
            warnings: [],
          }),
        );
      },
      LIMIT_MS,
    );

    it.each([3, 4] as const)(
      'SAML by a Job, with Helm %d: the hook completes, its account may make the key pair and nothing else, and helm test passes',
      async helmMajor => {
        const way: Way = {
          way: `helm-${helmMajor}`,
          manifests: 'helm',
          helmMajor,
        };
        const desk = await Desk.set(cluster, samlByJob, way, scratch);
        const deployed = desk.deployed('dev');
        const namespace = `--namespace ${deployed.namespace}`;
        const commands = await desk.repository.commands('dev');
        const install = commands.findIndex(
          each =>
            /^helm .*[^]*values/.test(each) && !each.includes('--dry-run'),
        );
        for (const block of commands.slice(0, install - 1)) {
          await desk.run(block);
        }
        await desk.run(
          `${commands[install].trimEnd()} --set federation.saml.keyPair=job\n`,
        );
        await deployed.rolledOut();
        expect(await deployed.ready()).toEqual(['3/3']);
        expect(await deployed.eventsOf('Job')).toContain('Completed');

        // No container ran. What this one would have done is done here, in its name.
        expect(await deployed.missing()).toEqual(['Secret/alexandria-saml']);
        await deployed.applyHooks(
          await desk.run(`helm get hooks alexandria ${namespace}\n`),
        );
        const asJob = async (name: string) =>
          deployed.kubectl(
            [
              ...['apply', '--server-side', '-f', '-'],
              `--as=system:serviceaccount:${deployed.namespace}:alexandria-saml-cert`,
            ],
            await keyPairSecret(deployed, name, scratch),
          );
        await expect(asJob('alexandria-auth')).rejects.toThrow('forbidden');
        await asJob('alexandria-saml');
        expect(await deployed.missing()).toEqual([]);

        expect(await desk.run(`helm test alexandria ${namespace}\n`)).toContain(
          'Succeeded',
        );
      },
      LIMIT_MS,
    );
  },
);
