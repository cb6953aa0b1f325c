import type { Fleet } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { build } from 'esbuild';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser } from 'playwright-core';
import { PortalApi } from '../e2e/support/api';
import { openWindow, startBrowser } from '../e2e/support/browser';
import { catalogOf } from '../e2e/support/catalogOf';
import { startPortal, type Portal } from '../e2e/support/portal';
import { componentOf } from '../e2e/support/startBackend';
import {
  filterTime,
  firstPeerRows,
  firstRows,
  notePainted,
} from './fleet/notes';
import { measure, ms, summarize, type Measured } from './measure';
import { CountedCluster, TOKEN } from './status/CountedCluster';
import { sleep } from './status/RunningPortal';
import { sampleInstance } from './status/sampleInstance';
import { printTable, type Row } from './table';

/** How many instances there are, each with a Deployment. */
const SIZES = [100, 1_000, 5_000];
const LOADS = 7;
const FILTERS = 20;
const QUESTIONS = 15;

/** The table without virtual rows takes seconds for each. */
const PEER_LOADS = 3;
const PEER_FILTERS = 4;

const PATIENCE_MS = 900_000;

const nameOf = (index: number) => `instance-${String(index).padStart(5, '0')}`;

/** A cluster with as many instances as wanted, each in a namespace of its own. @returns its URL */
async function clusterOf(size: number): Promise<string> {
  const cluster = new CountedCluster();
  const samples = sampleInstance();
  for (let index = 0; index < size; index++) {
    const entity = nameOf(index);
    for (const sample of samples) {
      cluster.add(sample, {
        ...{ entity, namespace: entity, release: 'alexandria' },
        number: String(index + 1).padStart(10, '0'),
      });
    }
  }
  return cluster.listen();
}

/** Waits until every instance is in the catalog and its health is known. */
async function whole(api: PortalApi, size: number): Promise<Fleet> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const fleet = await api.fleet();
    const known = fleet.deployments.filter(
      ({ health }) => health === 'Healthy',
    );
    if (known.length === size) {
      return fleet;
    }
    if (Date.now() > deadline) {
      throw new Error(`${known.length} of ${size} are known`);
    }
    await sleep(1_000);
  }
}

interface OnScreen {
  load: Measured;
  draw: Measured;
  filter: Measured;
}

/** What three letters of one name find, and what all of it is called after that. */
const SEARCH = nameOf(42);

async function ours(
  browser: Browser,
  { url }: Portal,
  size: number,
): Promise<OnScreen> {
  const loads: number[] = [];
  const draws: number[] = [];
  const filters: number[] = [];
  for (let load = -1; load < LOADS; load++) {
    const { page } = await openWindow(browser);
    page.setDefaultTimeout(60_000);
    await notePainted(page);
    await page.goto(`${url}/alexandria`);
    const { fromLoad, fromAnswer } = await firstRows(page);
    if (load >= 0) {
      loads.push(fromLoad);
      draws.push(fromAnswer);
    }
    if (load === LOADS - 1) {
      for (let index = 0; index < FILTERS; index++) {
        filters.push(
          await filterTime(page, SEARCH, '1 of'),
          await filterTime(
            page,
            '',
            `${size.toLocaleString('en')} in the fleet`,
          ),
        );
      }
    }
    await page.context().close();
  }
  return {
    load: summarize(loads),
    draw: summarize(draws),
    filter: summarize(filters),
  };
}

async function peer(
  browser: Browser,
  script: string,
  { deployments }: Fleet,
): Promise<Pick<OnScreen, 'draw' | 'filter'>> {
  const draws: number[] = [];
  const filters: number[] = [];
  for (let load = 0; load < PEER_LOADS; load++) {
    const { page } = await openWindow(browser);
    page.setDefaultTimeout(300_000);
    await notePainted(page);
    await page.goto('data:text/html,<title>peer</title>');
    await page.evaluate(script);
    draws.push(await firstPeerRows(page, deployments));
    if (load === PEER_LOADS - 1) {
      for (let index = 0; index < PEER_FILTERS; index++) {
        filters.push(
          await filterTime(page, SEARCH, '1 shown'),
          await filterTime(page, '', `${deployments.length} shown`),
        );
      }
    }
    await page.context().close();
  }
  return { draw: summarize(draws), filter: summarize(filters) };
}

async function main() {
  const browser = await startBrowser();
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'fleet/peerTable.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty', '.svg': 'empty' },
    logLevel: 'error',
  });
  for (const size of SIZES) {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'fleet-bench-'));
    const names = Array.from({ length: size }, (_, index) => nameOf(index));
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
                ...{ name: 'north', url: await clusterOf(size) },
                authProvider: 'serviceAccount',
                serviceAccountToken: TOKEN,
              },
            ],
          },
        ],
      },
      ...(await catalogOf(
        names.map(name => componentOf(name)),
        folder,
      )),
    });
    try {
      const api = await PortalApi.signIn(portal);
      const fleet = await whole(api, size);
      const answer = await measure(
        () => api.request('GET', 'alexandria/v1/fleet'),
        {
          ...{ runs: QUESTIONS, warmUp: 2 },
        },
      );
      const seen = await ours(browser, portal, size);
      const beside = await peer(browser, outputFiles[0].text, fleet);
      const ratio = (of: Measured, other: Measured) =>
        `${(other.median / of.median).toFixed(1)}×`;
      const rows: Row[] = [
        {
          what: 'GET /v1/fleet',
          ours: ms(answer),
          ...{ peer: '-', ratio: '-', target: '-' },
        },
        {
          what: 'first paint of the rows, nothing cached',
          ours: ms(seen.load),
          ...{ peer: '-', ratio: '-', target: '-' },
        },
        {
          what: 'answer to painted rows',
          ...{ ours: ms(seen.draw), peer: ms(beside.draw) },
          ...{ ratio: ratio(seen.draw, beside.draw), target: '-' },
        },
        {
          what: 'search typed to painted result',
          ...{ ours: ms(seen.filter), peer: ms(beside.filter) },
          ...{ ratio: ratio(seen.filter, beside.filter), target: '-' },
        },
      ];
      printTable(
        `The fleet with ${size} instances, beside a Table of @backstage/ui with all rows`,
        rows,
      );
    } finally {
      await portal.stop();
      await fs.rm(folder, { recursive: true, force: true });
    }
  }
  await browser.close();
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
