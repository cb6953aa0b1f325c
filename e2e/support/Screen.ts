import type { Browser, Locator, Page } from 'playwright-core';
import { openWindow } from './browser';

/** Where the portal's backend says that something may have changed. */
const CHANNEL = 'alexandria:';

/** How long something on a screen may take that others do first, such as a rollout, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What the card says before the first answer. */
const LOADING = 'Loading';

/** Where somebody is on a page. */
export interface Place {
  focus: string | undefined;
  scroll: number;
  /** What the card said each time when it was not to be seen. */
  gone: string[];
}

/** A window on the portal in which somebody looks at an instance, and what goes back and forth while they do. */
export class Screen {
  /** The hints that were heard and the questions that were asked, in their order. */
  readonly traffic: ('hint' | 'question')[] = [];

  private constructor(readonly page: Page, readonly complaints: string[]) {
    page.on('request', request => {
      if (request.url().includes('/api/alexandria/')) {
        this.traffic.push('question');
      }
    });
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        if (JSON.parse(payload.toString()).channel.startsWith(CHANNEL)) {
          this.traffic.push('hint');
        }
      }),
    );
  }

  /** Opens a page of the portal, and waits until hints would be heard. */
  static async open(
    browser: Browser,
    url: string,
    options?: Parameters<typeof openWindow>[1],
  ): Promise<Screen> {
    const { page, complaints } = await openWindow(browser, options);
    const screen = new Screen(page, complaints);
    await page.clock.install();
    await screen.load(() => page.goto(url));
    return screen;
  }

  /** Loads the page anew. */
  reload(): Promise<void> {
    return this.load(() => this.page.reload());
  }

  private async load(begin: () => Promise<unknown>): Promise<void> {
    const { page } = this;
    const socket = page.waitForEvent('websocket');
    await begin();
    await (
      await socket
    ).waitForEvent('framesent', ({ payload }) =>
      payload.toString().includes(CHANNEL),
    );
  }

  /** Waits until a text is on the screen, and says whether it is. */
  async shows(text: string): Promise<boolean> {
    const found = this.page.getByText(text, { exact: true }).first();
    await found.waitFor({ timeout: PATIENCE_MS });
    return found.isVisible();
  }

  /** Holds the clock of the page, so that nothing is asked because its time has come. */
  async stopClock(): Promise<void> {
    const now = await this.page.evaluate(() => Date.now());
    await this.page.clock.pauseAt(now + 100);
  }

  /**
   * Hides the page behind others, or shows it again. A browser without a head has nothing to hide it behind, so the page is told
   * so.
   */
  async setHidden(isHidden: boolean): Promise<void> {
    await this.page.evaluate(hidden => {
      Object.defineProperty(document, 'hidden', {
        configurable: true,
        value: hidden,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  }

  /** The card on the overview of an instance. */
  get card(): Locator {
    return this.page
      .getByRole('article')
      .filter({ has: this.page.locator('[data-health]') });
  }

  /** What the card says; nothing while it has no verdict. */
  async cardText(): Promise<string> {
    return (await this.card.allInnerTexts()).join('\n');
  }

  /** Everything that is on the page. */
  pageText(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Notes from now on when the card is taken away, or has nothing to say because it waits for an answer. */
  async watch(): Promise<void> {
    await this.card.evaluate((card, loading) => {
      const gone: string[] = [];
      Object.assign(window, { gone });
      new MutationObserver(() => {
        if (!card.isConnected || card.textContent!.includes(loading)) {
          gone.push(card.textContent!);
        }
      }).observe(document, { childList: true, subtree: true });
    }, LOADING);
  }

  place(): Promise<Place> {
    return this.page.evaluate(() => ({
      focus: document.activeElement?.textContent ?? undefined,
      scroll: document.scrollingElement?.scrollTop ?? 0,
      gone: Reflect.get(window, 'gone') as string[],
    }));
  }
}
