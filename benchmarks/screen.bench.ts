import { build } from 'esbuild';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser, Page } from 'playwright-core';
import { PortalApi } from '../e2e/support/api';
import { openWindow, startBrowser } from '../e2e/support/browser';
import { catalogOf } from '../e2e/support/catalogOf';
import { startPortal, type Portal } from '../e2e/support/portal';
import { componentOf } from '../e2e/support/startBackend';
import { ms, summarize } from './measure';
import {
  followOnScreen,
  noteCard,
  noteChanges,
  notePaints,
  scriptsOf,
} from './screen/notes';
import { CountedCluster, TOKEN, type Placed } from './status/CountedCluster';
import { RunningPortal, sleep } from './status/RunningPortal';
import { sampleInstance } from './status/sampleInstance';
import { printTable, type Row } from './table';

/** How many Deployments an instance has. */
const SIZES = [1, 10, 100];
const LOADS = 7;
const CHANGES = 60;

/** A change that is found by polling takes seconds. */
const PEER_CHANGES = 12;

/** How often the other plugin's hook asks by itself, in milliseconds. */
const PEER_POLL_MS = 10_000;
const MINUTE_MS = 60_000;
const PEER = 'useKubernetesObjects of @backstage/plugin-kubernetes-react';

const nameOf = (size: number) => `deployed-${size}`;

/** @returns the cluster, and a pod of the instance with a single Deployment */
function fillCluster(): { cluster: CountedCluster; pod: Placed } {
  const cluster = new CountedCluster();
  const samples = sampleInstance();
  const pods: Placed[] = [];
  let number = 0;
  for (const size of SIZES) {
    const entity = nameOf(size);
    for (let index = 0; index < size; index++) {
      number += 1;
      const filling = {
        entity,
        namespace: `${entity}-${index}`,
        release: 'alexandria',
        number: String(number).padStart(10, '0'),
      };
      for (const sample of samples) {
        const placed = cluster.add(sample, filling);
        if (sample.kind === 'Pod') {
          pods.push(placed);
        }
      }
    }
  }
  return { cluster, pod: pods[0] };
}

/** A component that is no instance. */
function plain() {
  const entity = componentOf('plain');
  return { ...entity, metadata: { ...entity.metadata, tags: [] } };
}

const overviewOf = ({ url }: Portal, name: string) =>
  `${url}/catalog/default/component/${name}`;

/** How long until the card's verdict was painted, and the portal's own card about the entity. */
async function paints(browser: Browser, url: string) {
  const card: number[] = [];
  const about: number[] = [];
  for (let load = -1; load < LOADS; load++) {
    const { page } = await openWindow(browser);
    await notePaints(page);
    await page.goto(url);
    await page.waitForFunction(
      () => 'card' in window.paints && 'about' in window.paints,
    );
    const seen = await page.evaluate(() => window.paints);
    if (load >= 0) {
      card.push(seen.card);
      about.push(seen.about);
    }
    await page.context().close();
  }
  return { card: summarize(card), about: summarize(about) };
}

/** Kilobytes of scripts that one page loads and another does not. */
async function scriptCost(browser: Browser, portal: Portal) {
  const cost = async (url: string) => {
    const { page } = await openWindow(browser);
    const scripts = await scriptsOf(page, url);
    await page.context().close();
    return scripts;
  };
  const without = await cost(overviewOf(portal, 'plain'));
  const withCard = await cost(overviewOf(portal, nameOf(1)));
  const more = [...withCard].filter(([address]) => !without.has(address));
  const sum = (scripts: Iterable<[string, number]>) =>
    [...scripts].reduce((bytes, [, each]) => bytes + each, 0) / 1024;
  return { card: sum(more), portal: sum(without) };
}

/** How often a page asks about an instance in a minute. */
async function requestsInMinute(page: Page, part: string): Promise<number> {
  let asked = 0;
  page.on('request', request => {
    if (new URL(request.url()).pathname.startsWith(`/api/${part}/`)) {
      asked += 1;
    }
  });
  await sleep(MINUTE_MS);
  return asked;
}

/** Opens a page that does what the other plugin's tab does to know an entity, without drawing it. */
async function openKubernetesTab(browser: Browser, peer: RunningPortal) {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'screen/kubernetesTab.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty', '.svg': 'empty' },
    logLevel: 'error',
  });
  const { page } = await openWindow(browser);
  await page.goto(`${peer.url}/api/kubernetes/`);
  await noteChanges(page);
  await page.evaluate(outputFiles[0].text);
  await page.evaluate(options => window.openKubernetesTab(options), {
    url: peer.url,
    token: peer.token,
    entity: componentOf(nameOf(1)),
  });
  return page;
}

async function openTab(browser: Browser, url: string): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(url);
  await page.locator('[data-health], [role="main"]').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function main() {
  const rows: Row[] = [];
  const { cluster, pod } = fillCluster();
  const url = await cluster.listen();
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'screen-bench-'));
  const names = SIZES.map(nameOf);
  const browser = await startBrowser();
  const peer = await RunningPortal.start('peer', [url], [nameOf(1)]);
  const portal = await startPortal({
    'sandbox.clusters': false,
    'alexandria.clusters': [],
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              ...{ name: 'north', url, authProvider: 'serviceAccount' },
              serviceAccountToken: TOKEN,
            },
          ],
        },
      ],
    },
    ...(await catalogOf(
      [plain(), ...names.map(name => componentOf(name))],
      folder,
    )),
  });
  try {
    const api = await PortalApi.signIn(portal);
    for (const name of ['plain', ...names]) {
      await api.registered(name);
    }

    const cost = await scriptCost(browser, portal);
    rows.push({
      what: 'scripts that the card adds to the overview, compressed',
      ours: `${cost.card.toFixed(0)} KB`,
      peer: `overview without it: ${cost.portal.toFixed(0)} KB`,
      ratio: `${((cost.card / cost.portal) * 100).toFixed(1)} % of it`,
      target: '-',
    });

    for (const size of SIZES) {
      const { card, about } = await paints(
        browser,
        overviewOf(portal, nameOf(size)),
      );
      rows.push({
        what: `first paint of the verdict, nothing cached, Deployments: ${size}`,
        ours: ms(card),
        peer: `the portal's own card: ${ms(about)}`,
        ratio: `${(card.median / about.median).toFixed(2)}×`,
        target: '-',
      });
    }

    const card = await openTab(browser, overviewOf(portal, nameOf(1)));
    const page = await openTab(
      browser,
      `${overviewOf(portal, nameOf(1))}/alexandria`,
    );
    const tab = await openKubernetesTab(browser, peer);
    const [ofCard, ofPage, ofTab] = await Promise.all([
      requestsInMinute(card, 'alexandria'),
      requestsInMinute(page, 'alexandria'),
      requestsInMinute(tab, 'kubernetes'),
    ]);
    for (const [what, asked] of [
      ['the card', ofCard],
      ['the page', ofPage],
    ] as const) {
      rows.push({
        what: `requests a minute while nothing changes, ${what}`,
        ours: String(asked),
        peer: String(ofTab),
        ratio: `${(ofTab / asked).toFixed(1)}×`,
        target: '-',
      });
    }
    await page.context().close();

    await noteCard(card);
    const change = (isBroken: boolean) => cluster.change(pod, isBroken);
    const ours = summarize(
      await followOnScreen(card, { changes: CHANGES, within: 1_000 }, change),
    );
    const theirs = summarize(
      await followOnScreen(
        tab,
        { changes: PEER_CHANGES, within: PEER_POLL_MS },
        change,
      ),
    );
    rows.push({
      what: 'change in a cluster to the frame that shows it',
      ours: ms(ours),
      peer: ms(theirs),
      ratio: `${(theirs.median / ours.median).toFixed(1)}×`,
      target: 'p95 under 1 s',
    });
    printTable(`The card and the page, beside ${PEER}`, rows);
  } finally {
    await browser.close();
    await portal.stop();
    await peer.stop();
    await fs.rm(folder, { recursive: true, force: true });
  }
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
