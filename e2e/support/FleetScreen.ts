import fs from 'fs/promises';
import path from 'path';
import type { Browser, Page } from 'playwright-core';
import { openWindow } from './browser';

/** Not of the page: the bar at the bottom of a narrow portal, over whatever is there. */
const WITHOUT_BAR = '.MuiBottomNavigation-root { display: none; }';

/** Where somebody is in the table. */
interface Place {
  focus: string;
  scroll: number;
}

/** The page of the fleet in a window of its own. */
export class FleetScreen {
  private constructor(readonly page: Page, readonly complaints: string[]) {}

  /**
   * @param options - `language` is as the settings of the portal have it; `isFleet` is false for another page of the portal, from which
   * it is yet to be reached
   */
  static async open(
    browser: Browser,
    url: string,
    options: Parameters<typeof openWindow>[1] & {
      language?: 'en' | 'de';
      isFleet?: boolean;
    } = {},
  ): Promise<FleetScreen> {
    const { language = 'en', isFleet = true } = options;
    const { page, complaints } = await openWindow(browser, options);
    await page.addInitScript(
      chosen => localStorage.setItem('language', chosen),
      language,
    );
    await page.goto(url);
    const screen = new FleetScreen(page, complaints);
    if (isFleet) {
      await screen.table.getByRole('gridcell').first().waitFor();
    }
    return screen;
  }

  get table() {
    return this.page.getByRole('grid');
  }

  /** Waits until the page says how many Deployments are shown. */
  async counts(said: string | RegExp): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: said })
      .first()
      .waitFor();
  }

  /** How many rows there are in all, those included that are not drawn, without the header. */
  async rowCount(): Promise<number> {
    return Number(await this.table.getAttribute('aria-rowcount')) - 1;
  }

  /** What the rows that are drawn say in a column, from above. */
  async column(name: string): Promise<string[]> {
    const headers = await this.table.getByRole('columnheader').allInnerTexts();
    const index = headers.findIndex(text => text.trim().startsWith(name));
    const rows = await this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })
      .all();
    const drawn = await Promise.all(
      rows.map(async row => ({
        at: Number(await row.getAttribute('aria-rowindex')),
        text: (
          await row.locator('[role="rowheader"], [role="gridcell"]').nth(index)
        ).innerText(),
      })),
    );
    drawn.sort((a, b) => a.at - b.at);
    return Promise.all(drawn.map(async ({ text }) => (await text).trim()));
  }

  /** Chooses a value of a filter, whose label goes on with a count. */
  async choose(filter: string, value: string): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Filters' })
      .getByRole('button', { name: new RegExp(filter) })
      .first()
      .click();
    await this.page
      .getByRole('option', { name: new RegExp(`^${value} \\(`) })
      .click();
    const list = this.page.getByRole('listbox');
    while (await list.isVisible()) {
      await this.page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden', timeout: 500 }).catch(() => {});
    }
  }

  async search(text: string): Promise<void> {
    await this.page
      .getByRole('searchbox', { name: 'Search the fleet' })
      .fill(text);
  }

  /** Focuses a row with the keyboard, which scrolls to it. The first is 1. */
  async toRow(number: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Export' }).focus();
    await this.page.keyboard.press('Tab');
    for (let at = 1; at < number; at++) {
      await this.page.keyboard.press('ArrowDown');
    }
  }

  /** Role and text of what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement } = document;
      return `${activeElement?.getAttribute('role')} ${
        activeElement?.textContent ?? ''
      }`;
    });
  }

  place(): Promise<Place> {
    return this.table.evaluate(table => ({
      focus:
        document.activeElement
          ?.closest('[data-key]')
          ?.getAttribute('data-key') ?? '',
      scroll: table.scrollTop,
    }));
  }

  /** By how many pixels the page scrolls sideways. */
  sideways(): Promise<number> {
    return this.page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
  }

  /** Keeps a picture in the folder that SCREENSHOTS names; without it there is none. */
  async keep(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (folder) {
      await fs.mkdir(folder, { recursive: true });
      await this.page.screenshot({
        path: path.join(folder, `${name}.png`),
        style: WITHOUT_BAR,
      });
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
