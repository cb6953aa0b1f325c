import {
  crds,
  describeWithTools,
  helm,
  run,
  startCluster,
  type Cluster,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser } from 'playwright-core';
import { entityOf } from '../plugins/alexandria/src/status/__fixtures__/entities';
import { PortalApi } from './support/api';
import { startBrowser } from './support/browser';
import { catalogOf } from './support/catalogOf';
import { clusterEntry, must } from './support/clusterEntry';
import { startPortal, type Portal } from './support/portal';
import { Screen } from './support/Screen';

const NAME = 'assistant';
const NAMESPACE = 'assistant-dev';
const CHART = path.join(__dirname, '../packages/alexandria-manifests/chart');

/** The portal against a real cluster, with somebody who looks at an instance and never reloads the page. */
describeWithTools(
  'the screens of a real instance',
  ['cluster', 'helm-4'],
  () => {
    let cluster: Cluster;
    let portal: Portal;
    let browser: Browser;
    let folder: string;
    let card: Screen;
    let page: Screen;

    const kubectl = (...args: string[]) =>
      must(cluster, [...args, `--namespace=${NAMESPACE}`]);

    beforeAll(async () => {
      folder = await fs.mkdtemp(path.join(os.tmpdir(), 'status-live-'));
      const entity = entityOf(NAME, {
        annotations: {
          'backstage.io/kubernetes-id': NAME,
          'backstage.io/kubernetes-namespace': NAMESPACE,
        },
      });
      browser = await startBrowser();
      cluster = await startCluster();
      await cluster.applyCrds(await crds());
      await cluster.createNamespace(NAMESPACE, 'restricted');
      portal = await startPortal({
        'sandbox.clusters': false,
        'alexandria.clusters': [],
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [await clusterEntry(cluster, 'north')],
            },
          ],
        },
        ...(await catalogOf([entity], folder)),
      });
      await (await PortalApi.signIn(portal)).registered(NAME);
      const url = `${portal.url}/catalog/default/component/${NAME}`;
      // So low that the card has to be scrolled to.
      card = await Screen.open(browser, url, { height: 400 });
      page = await Screen.open(browser, `${url}/alexandria`);
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      await portal?.stop();
      await cluster?.stop();
      await fs.rm(folder, { recursive: true, force: true });
    });

    /** Waits until both screens show a text, and says whether they do. */
    const seenInBoth = (text: string) =>
      Promise.all([card.shows(text), page.shows(text)]);

    const scale = (replicas: number) =>
      kubectl('scale', 'deployment/alexandria', `--replicas=${replicas}`);

    it('says how to deploy what is not deployed yet', async () => {
      expect(await seenInBoth('Not deployed yet')).toEqual([true, true]);
      await card.page.getByText('--values values-dev.yaml').waitFor();
    });

    it('comes alive when it is deployed', async () => {
      await kubectl(
        ...['create', 'secret', 'generic', 'alexandria-auth'],
        ...['--from-literal=jwt-secret=a', '--from-literal=admin-password=b'],
      );
      const { code, stderr } = await run(
        await helm(4),
        [
          ...['upgrade', '--install', 'alexandria', CHART],
          `--namespace=${NAMESPACE}`,
          ...[
            `backstage.entityName=${NAME}`,
            'auth.existingSecret=alexandria-auth',
          ].flatMap(value => ['--set', value]),
        ],
        { env: { KUBECONFIG: cluster.kubeconfig } },
      );
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(await seenInBoth('Serving')).toEqual([true, true]);
    });

    it('says what happens because it is told to ask, and leaves everything else where it is', async () => {
      const { traffic } = card;
      await card.page.evaluate(() =>
        document.scrollingElement!.scrollBy(0, 80),
      );
      const link = card.card.getByRole('link').first();
      await link.focus();
      await card.watch();
      const before = await card.place();
      expect(before).toEqual({
        focus: await link.textContent(),
        scroll: expect.any(Number),
        gone: [],
      });
      expect(before.scroll).toBeGreaterThan(0);
      await card.stopClock();
      traffic.length = 0;
      await scale(0);
      expect(await seenInBoth('Stopped on purpose')).toEqual([true, true]);
      expect(traffic.slice(0, 2)).toEqual(['hint', 'question']);
      expect(await card.place()).toEqual(before);
      await card.page.clock.resume();
    });

    it('asks nothing while it is hidden, and at once when it is shown', async () => {
      const { traffic } = card;
      await card.setHidden(true);
      traffic.length = 0;
      await scale(1);
      expect(await page.shows('Serving')).toBe(true);
      await card.page.clock.fastForward('05:00');
      expect(traffic).toContain('hint');
      expect(traffic).not.toContain('question');
      await card.stopClock();
      await card.setHidden(false);
      expect(await card.shows('Serving')).toBe(true);
      await card.page.clock.resume();
    });

    it('is the same when it is loaded anew, and leaves nothing in the console', async () => {
      await card.reload();
      expect(await card.shows('Serving')).toBe(true);
      expect([card.complaints, page.complaints]).toEqual([[], []]);
    });

    it('never shows a cluster that is gone as one that serves', async () => {
      await cluster.stop();
      expect(await seenInBoth('Not known')).toEqual([true, true]);
      await card.page.getByText('north cannot be read').waitFor();
    });
  },
);
