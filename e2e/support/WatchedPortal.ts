import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser } from 'playwright-core';
import { PortalApi } from './api';
import { startBrowser } from './browser';
import { catalogOf } from './catalogOf';
import { startPortal, type Portal } from './portal';
import { configOf, entitiesOf, type PortalOptions } from './portalOptions';
import { Screens } from './Screens';

/** The whole portal, watching clusters, and a person who looks at its instances in a browser. */
export class WatchedPortal {
  private constructor(
    private readonly portal: Portal,
    readonly api: PortalApi,
    private readonly browser: Browser,
    private readonly folder: string,
    /** The card and the page of each instance. */
    readonly screens: ReadonlyMap<string, Screens>,
  ) {}

  static async start(options: PortalOptions): Promise<WatchedPortal> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'watched-portal-'));
    const { kubernetes, alexandria, integrations } = configOf(
      options,
    ) as Record<string, Record<string, unknown>>;
    const portal = await startPortal({
      'sandbox.clusters': false,
      kubernetes,
      'alexandria.clusters': alexandria.clusters,
      'alexandria.drift': alexandria.drift,
      ...(integrations && {
        'sandbox.git': false,
        'integrations.gitea': integrations.gitea,
      }),
      ...(await catalogOf(entitiesOf(options), folder)),
    });
    const browser = await startBrowser();
    try {
      const api = await PortalApi.signIn(portal);
      const screens = new Map<string, Screens>();
      for (const name of Object.keys(options.entities)) {
        await api.registered(name);
        const url = `${portal.url}/catalog/default/component/${name}`;
        screens.set(name, await Screens.open(browser, url));
      }
      return new WatchedPortal(portal, api, browser, folder, screens);
    } catch (error) {
      await browser.close();
      await portal.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.portal.stop();
    await fs.rm(this.folder, { recursive: true, force: true });
  }
}
