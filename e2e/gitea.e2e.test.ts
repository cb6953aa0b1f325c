import {
  describeWithTools,
  startCluster,
  startGitea,
  type Cluster,
  type Gitea,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser } from 'playwright-core';
import { PortalApi } from './support/api';
import { openWindow, startBrowser } from './support/browser';
import { Deployed } from './support/Deployed';
import { clone } from './support/deployment';
import { ways } from './support/Desk';
import { InstanceForm } from './support/form';
import { GeneratedRepository } from './support/GeneratedRepository';
import { Operator } from './support/Operator';
import { startPortal, type Portal } from './support/portal';
import { Terminal } from './support/Terminal';

const CHOICES = { helm: 'Helm chart', kustomize: 'Kustomize manifests' };
const ENVIRONMENTS = ['dev', 'prod'];

/** The portal's action looks for 20 s whether a stranger sees the new repository, which is private. */
const PUBLISHED_WITHIN_MS = 60_000;

describeWithTools(
  'an instance on Gitea, from the form to its pods',
  ['cluster', 'gitea', 'helm-3', 'helm-4', 'chromium'],
  () => {
    let portal: Portal;
    let api: PortalApi;
    let browser: Browser;
    let gitea: Gitea;
    let cluster: Cluster;
    let scratch: string;

    beforeAll(async () => {
      scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'gitea-'));
      gitea = await startGitea();
      // Each is kept as soon as it runs, so that it is ended when another does not start.
      await Promise.all([
        startPortal({
          'integrations.gitea': [
            {
              host: gitea.host,
              baseUrl: gitea.url,
              ...gitea.administrator,
            },
          ],
          'alexandria.repositories.allowedHosts': [gitea.host],
          'sandbox.git': false,
        }).then(started => (portal = started)),
        startBrowser().then(started => (browser = started)),
        startCluster({ nodes: 8 }).then(started => (cluster = started)),
      ]);
      api = await PortalApi.signIn(portal);
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      await portal?.stop();
      await cluster?.stop();
      await gitea?.stop();
      await fs.rm(scratch, { recursive: true, force: true });
    });

    /** Fills in the form and gives the address of the repository. */
    async function create(name: string, manifests: keyof typeof CHOICES) {
      const { page, complaints } = await openWindow(browser);
      const form = await InstanceForm.open(page, portal.url);
      await form.type('name', name);
      await form.next();
      await form.press('Add environment');
      await form.type('environments[1].name', 'prod');
      await form.choose('environments[1].stage', 'Production');
      await form.type('environments[1].host', `${name}.alexandria.test`);
      await form.next();
      await form.choose('environments[1].database', 'Postgres');
      await form.flip('environments[1].storage.shared');
      await form.next();
      await form.type('environments[1].imageTag', 'v1.0.0');
      for (let untilDelivery = 0; untilDelivery < 5; untilDelivery += 1) {
        await form.next();
      }
      await form.choose('delivery.manifests', CHOICES[manifests]);
      await form.next();
      const url = await form.create(PUBLISHED_WITHIN_MS);
      await page.context().close();
      return { url, complaints };
    }

    it.each(ways)(
      '$way: a private repository of one commit, in the catalog, that runs as its README says',
      async ({ way, manifests, helmMajor }) => {
        const name = `assistant-${way}`;
        const { url, complaints } = await create(
          name,
          manifests === 'kustomize' ? 'kustomize' : 'helm',
        );
        expect({ url, complaints }).toEqual({
          url: `${gitea.url}/${gitea.organization}/${name}.git`,
          complaints: [],
        });

        const repository = `/repos/${gitea.organization}/${name}`;
        const about = await gitea.api(repository);
        expect(await about.json()).toMatchObject({
          private: true,
          default_branch: 'main',
        });
        const commits = await gitea.api(`${repository}/commits`);
        expect(await commits.json()).toHaveLength(1);
        await api.registered(name);

        const folder = path.join(scratch, name);
        const address = new URL(url);
        Object.assign(address, gitea.administrator);
        await clone(address.href, folder);
        const operator = new Operator(
          new GeneratedRepository(folder),
          await Terminal.open({
            directory: folder,
            cluster,
            helmMajor,
            scratch: path.join(scratch, `${name}.person`),
          }),
        );
        const ready: Record<string, string[]> = {};
        const missing: Record<string, string[]> = {};
        for (const environment of ENVIRONMENTS) {
          await operator.follow(environment);
          const deployed = new Deployed(cluster, `${name}-${environment}`);
          ready[environment] = [...new Set(await deployed.ready())];
          missing[environment] = await deployed.missing();
        }
        expect({ ready, missing }).toEqual({
          ready: { dev: ['3/3'], prod: ['3/3'] },
          missing: { dev: [], prod: [] },
        });
      },
      240_000,
    );
  },
);
