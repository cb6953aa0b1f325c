import AxeBuilder from '@axe-core/playwright';
import { chromium as findChromium } from '@alexandriaproject/test-rig';
import {
  chromium,
  type Browser,
  type Locator,
  type Page,
} from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long anything on a page may take to appear. */
const PATIENCE_MS = 15_000;

/** A browser window of its own, with everything its console said. */
export interface Window {
  page: Page;
  /** Errors and warnings of the console, and exceptions that nothing caught. */
  complaints: string[];
}

/** Starts Debian's Chromium without a head. */
export async function startBrowser(): Promise<Browser> {
  const { path } = await findChromium();
  return chromium.launch({ executablePath: path, args: FLAGS });
}

/** Opens a window in a fresh profile. */
export async function openWindow(
  browser: Browser,
  options: {
    width?: number;
    height?: number;
    colorScheme?: 'light' | 'dark';
  } = {},
): Promise<Window> {
  const { width = 1440, height = 900, colorScheme = 'light' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', error => complaints.push(`exception: ${error.message}`));
  return { page, complaints };
}

/** The success criteria of WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The header of Backstage's own pages: its tabs name panels that no page has. */
const HEADER = '.bui-PluginHeaderTabsWrapper';

/** Marks what axe is to look at: it takes selectors only. */
const LOOKED_AT = 'data-looked-at';

/**
 * What axe finds wrong with what the page shows, one line per rule and element.
 *
 * @param region - the part of the page that is looked at; all of it when omitted
 */
export async function violations(
  page: Page,
  region?: Locator,
): Promise<string[]> {
  // No page here has a frame. Without them axe needs no second window, which would take most of the time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(WCAG)
    .exclude(HEADER);
  if (region) {
    await region.evaluate((element, name) => {
      document
        .querySelectorAll(`[${name}]`)
        .forEach(each => each.removeAttribute(name));
      element.setAttribute(name, '');
    }, LOOKED_AT);
    axe.include(`[${LOOKED_AT}]`);
  }
  const result = await axe.analyze();
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, any }) =>
        `${id}: ${help}: ${target.join(' ')}${
          any.length === 0 ? '' : ` (${any[0].message})`
        }`,
    ),
  );
}
