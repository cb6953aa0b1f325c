import type { Page } from 'playwright-core';

/** Has the page write down when each change was painted. */
export async function noteChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    let before = false;
    window.noted = [];
    window.noteBroken = isBroken => {
      if (isBroken === before) {
        return;
      }
      before = isBroken;
      requestAnimationFrame(() => {
        // A message that is posted in a frame arrives once the frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          window.noted.push({
            isBroken,
            at: performance.timeOrigin + performance.now(),
          });
        port2.postMessage(undefined);
      });
    };
  });
}

/** Has it note what the card says of the instance. */
export async function noteCard(page: Page): Promise<void> {
  await noteChanges(page);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const card = document
        .querySelector('[data-health]')
        ?.closest('article, [role="article"]');
      window.noteBroken(/crash/i.test(card?.textContent ?? ''));
    }).observe(document.body, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
}

/**
 * Breaks and mends something again and again.
 *
 * @param within - the time over which the changes are spread after one was seen, in milliseconds: as long as the page waits from
 *   one question to the next, lest all come just after one
 * @param change - @returns when it was done, in milliseconds since the epoch
 * @returns how long until each change was painted, in milliseconds
 */
export async function followOnScreen(
  page: Page,
  { changes, within }: { changes: number; within: number },
  change: (isBroken: boolean) => number,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < changes; index++) {
    await page.waitForTimeout(500 + ((index + 0.5) / changes) * within);
    const told = change(index % 2 === 0);
    await page.waitForFunction(before => window.noted.length > before, index, {
      timeout: 60_000,
    });
    const { at } = await page.evaluate(i => window.noted[i], index);
    times.push(at - told);
  }
  return times;
}

/** Has every page that is loaded write down when it painted the card's verdict, and the card of the portal itself. */
export async function notePaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.paints = {};
    const isThere: Record<string, () => boolean> = {
      card: () => document.querySelector('[data-health]') !== null,
      about: () => document.body?.textContent?.includes('Lifecycle') ?? false,
    };
    new MutationObserver(() => {
      for (const [what, isSo] of Object.entries(isThere)) {
        if (isSo()) {
          delete isThere[what];
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
              window.paints[what] = performance.now();
            };
            port2.postMessage(undefined);
          });
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
}

/** Loads a page. @returns the bytes of its scripts as they came over the network, by address */
export async function scriptsOf(
  page: Page,
  url: string,
): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  const scripts = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') {
      addresses.set(requestId, response.url);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address !== undefined) {
      scripts.set(address, encodedDataLength);
    }
  });
  await session.send('Network.enable');
  await page.goto(url);
  await page.getByText('Lifecycle').first().waitFor();
  // The page is whole once nothing is loaded any more; the connection of signals stays.
  await page.waitForLoadState('networkidle');
  return scripts;
}
