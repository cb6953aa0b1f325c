import type { Entity } from '@backstage/catalog-model';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser, Page } from 'playwright-core';
import { detailsOf } from '../../plugins/alexandria/src/status/__fixtures__/details';
import { Moment } from '../../plugins/alexandria/src/status/__fixtures__/Moment';
import { statusFixtures } from '../../plugins/alexandria/src/status/__fixtures__/states';
import type { StatusFixture } from '../../plugins/alexandria/src/status/__fixtures__/StatusFixture';
import { PortalApi } from './api';
import { openWindow, type Window } from './browser';
import { catalogOf } from './catalogOf';
import { startPortal, type Portal } from './portal';

type Fixtures = Record<string, StatusFixture>;

const owner: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform' },
  spec: { type: 'team', children: [] },
};

/** Who is signed in. */
const guest: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'guest' },
  spec: { memberOf: ['platform'] },
};

/**
 * The portal with an entity in every state of an instance. All of it is real but what the browser is answered about
 * instances: that is the fixture of the entity's name.
 */
export class FixturePortal {
  private constructor(
    private readonly portal: Portal,
    private readonly folder: string,
    /** When it is for the fixtures. */
    private readonly now: Date,
    readonly fixtures: Fixtures,
  ) {}

  static async start(): Promise<FixturePortal> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'fixture-portal-'));
    const now = new Date();
    const fixtures = statusFixtures(now);
    const entities = Object.values(fixtures).map(({ entity }) => entity);
    const portal = await startPortal({
      // Nothing is asked of a cluster: the browser gets its answers from the fixtures.
      'sandbox.clusters': false,
      'alexandria.clusters': [],
      'kubernetes.clusterLocatorMethods': [],
      ...(await catalogOf([owner, guest, ...entities], folder)),
    });
    try {
      const api = await PortalApi.signIn(portal);
      for (const name of Object.keys(fixtures)) {
        await api.registered(name);
      }
      return new FixturePortal(portal, folder, now, fixtures);
    } catch (error) {
      await portal.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await fs.rm(this.folder, { recursive: true, force: true });
  }

  /** Opens a window that is answered from the fixtures. */
  async openWindow(
    browser: Browser,
    options?: Parameters<typeof openWindow>[1],
  ): Promise<Window> {
    const window = await openWindow(browser, options);
    await this.answer(window.page);
    return window;
  }

  /** Has the page be answered from fixtures from now on. */
  async answer(page: Page, fixtures: Fixtures = this.fixtures): Promise<void> {
    await page.unrouteAll();
    await page.route('**/api/alexandria/v1/instances/**', async route => {
      const [, name, rest] = /instances\/[^/]+\/[^/]+\/([^/]+)\/(.*)$/.exec(
        new URL(route.request().url()).pathname,
      )!;
      const { status } = fixtures[name];
      if (status === 'never') {
        return;
      }
      if ('statusCode' in status) {
        const { statusCode, name: error, message } = status;
        await route.fulfill({
          status: statusCode,
          json: { error: { name: error, message }, response: { statusCode } },
        });
        return;
      }
      const [cluster, namespace, deployment] = rest
        .replace(/^deployments\//, '')
        .split('/')
        .map(decodeURIComponent);
      const found = status.deployments.find(
        each =>
          each.cluster === cluster &&
          each.deployment.namespace === namespace &&
          each.deployment.name === deployment,
      );
      await route.fulfill({
        json:
          rest === 'status'
            ? status
            : found && detailsOf(new Moment(this.now), found),
      });
    });
  }

  /** Opens the overview of an entity, or another tab of its page; as a link does where the page is the portal's already. */
  async open(page: Page, name: string, tab = ''): Promise<void> {
    const url = `${this.portal.url}/catalog/default/component/${name}${tab}`;
    if (page.url().startsWith(this.portal.url)) {
      await page.evaluate(to => {
        window.history.pushState({}, '', to);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, url);
    } else {
      await page.goto(url);
    }
    await page.getByRole('heading', { name, exact: true }).first().waitFor();
  }
}
