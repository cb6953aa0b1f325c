import fs from 'fs/promises';
import path from 'path';
import type { Browser, Locator, Page } from 'playwright-core';
import { status } from '../../plugins/alexandria/src/translations/de/status';
import { statusDetails } from '../../plugins/alexandria/src/translations/de/statusDetails';
import { statusMessages } from '../../plugins/alexandria/src/translations/status';
import { statusDetailsMessages } from '../../plugins/alexandria/src/translations/statusDetails';
import { openWindow, violations, type Window } from './browser';
import type { FixturePortal } from './FixturePortal';

/** Where an instance is shown: the card on the overview of its entity, and the tab with every fact. */
export type Place = 'card' | 'page';

const texts = {
  en: { ...statusMessages, ...statusDetailsMessages },
  de: { ...status, ...statusDetails },
};

/** A language that the plugin speaks. */
export type Language = keyof typeof texts;

/** What is there once a state is drawn, where that is no Deployment. */
const DRAWN: Record<string, keyof typeof statusMessages> = {
  'cluster-unreachable': 'status.empty.unreachable.title',
  starting: 'status.empty.starting.title',
  'no-cluster': 'status.empty.noCluster.title',
  // Its title goes on with the name of the cluster.
  'other-cluster': 'status.empty.noCluster.title',
  'not-deployed': 'status.empty.notDeployed.title',
  retired: 'status.empty.retired.title',
  forbidden: 'status.problem.forbidden.title',
  'backend-down': 'status.problem.failed.title',
  unannotated: 'status.problem.unannotated.title',
  loading: 'status.loading',
};

/** What the browser says of an answer that a fixture refuses with. */
const isRefusal = (complaint: string) =>
  /^error: Failed to load resource: .* status of (403|503)/.test(complaint);

/** Not of the page: the bar at the bottom of a narrow portal, over whatever is there. */
const WITHOUT_BAR = '.MuiBottomNavigation-root { display: none; }';

/** The screens of the status in one window, which goes from one state to the next as a link does. */
export class StatusScreen {
  readonly page: Page;
  private heard = 0;

  private constructor(
    private readonly portal: FixturePortal,
    private readonly window: Window,
    private readonly language: Language,
  ) {
    this.page = window.page;
  }

  /** Opens a window in a language. */
  static async start(
    portal: FixturePortal,
    browser: Browser,
    options: Parameters<typeof openWindow>[1] & { language?: Language },
  ): Promise<StatusScreen> {
    const { language = 'en' } = options;
    const window = await portal.openWindow(browser, options);
    // Where the settings of the portal keep what was chosen in them.
    await window.page.addInitScript(
      chosen => localStorage.setItem('language', chosen),
      language,
    );
    return new StatusScreen(portal, window, language);
  }

  private text(key: keyof (typeof texts)['en']): string {
    return texts[this.language][key];
  }

  /** The card, or all that the portal shows beside its navigation. */
  region(place: Place): Locator {
    return place === 'card'
      ? this.page.getByRole('article').filter({
          has: this.page.getByRole('heading', {
            name: this.text('status.card.title'),
          }),
        })
      : this.page.getByRole('main');
  }

  /** Opens a state, and waits until it is drawn. */
  async open(state: string, place: Place): Promise<Locator> {
    const { page } = this;
    await this.portal.open(page, state, place === 'card' ? '' : '/alexandria');
    const region = this.region(place);
    if (DRAWN[state]) {
      await region
        .getByText(new RegExp(`^${this.text(DRAWN[state])}`))
        .first()
        .waitFor();
    } else if (place === 'card') {
      await region.getByText(this.text('status.seen.now')).waitFor();
    } else {
      await region
        .getByRole('button', {
          name: new RegExp(`^${this.text('status.part.events')}`),
        })
        // Of what is not there are no facts.
        .or(region.locator('summary', { hasText: 'DeploymentMissing' }))
        .first()
        .waitFor();
    }
    return region;
  }

  /** What is wrong with what is shown, for everybody who is to use it. */
  async faults(region: Locator): Promise<string[]> {
    const sideways = await this.page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    return [
      ...(await violations(this.page, region)),
      ...(sideways > 0 ? [`the page scrolls sideways by ${sideways}`] : []),
    ];
  }

  /** What the console said since this was last asked, without what the fixtures have it say. */
  complaints(): string[] {
    const { complaints } = this.window;
    const news = complaints.slice(this.heard);
    this.heard = complaints.length;
    return news.filter(each => !isRefusal(each));
  }

  /** Keeps a picture in the folder that SCREENSHOTS names; without it there is none. */
  async keep(region: Locator, name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (folder) {
      await fs.mkdir(folder, { recursive: true });
      await region.screenshot({
        path: path.join(folder, `${name}.png`),
        style: WITHOUT_BAR,
      });
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
