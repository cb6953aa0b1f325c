import type { Page } from 'playwright-core';

/** What tells that rows are drawn, and how many are meant. */
const ROW = '[role="row"] [role="rowheader"], tbody tr';

/** Gives every page that is loaded the means to tell when a frame is painted in which something is so. */
export async function notePainted(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.painted = isSo =>
      new Promise(resolve => {
        const look = (observer: MutationObserver) => {
          if (isSo()) {
            observer.disconnect();
            requestAnimationFrame(() => {
              // A message that is posted in a frame arrives once the frame is painted.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now());
              port2.postMessage(undefined);
            });
          }
        };
        const watching = new MutationObserver((_, observer) => look(observer));
        watching.observe(document, {
          ...{ attributes: true, characterData: true },
          ...{ childList: true, subtree: true },
        });
        look(watching);
      });
  });
}

/** What a page that is loaded took until its first rows were painted, and how long of that it had the answer. */
export async function firstRows(
  page: Page,
): Promise<{ fromLoad: number; fromAnswer: number }> {
  return page.evaluate(async row => {
    const at = await window.painted(() => document.querySelector(row) !== null);
    const [answer] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/v1/fleet'));
    return {
      fromLoad: at,
      fromAnswer: at - (answer as PerformanceResourceTiming).responseEnd,
    };
  }, ROW);
}

/** Mounts the peer's table. @returns how long it took until its first rows were painted */
export async function firstPeerRows(
  page: Page,
  deployments: object[],
): Promise<number> {
  return page.evaluate(
    async ([row, given]) => {
      const begun = performance.now();
      window.openPeerTable(given as never);
      return (
        (await window.painted(
          () => document.querySelector(row as string) !== null,
        )) - begun
      );
    },
    [ROW, deployments] as const,
  );
}

/** Types a search at once. @returns how long it took until a frame was painted that tells what was found */
export async function filterTime(
  page: Page,
  text: string,
  found: string,
): Promise<number> {
  return page.evaluate(
    async ([typed, wanted]) => {
      const input = document.querySelector<HTMLInputElement>(
        'input[type="search"]',
      )!;
      const { set } = Object.getOwnPropertyDescriptor(
        HTMLInputElement.prototype,
        'value',
      )!;
      const begun = performance.now();
      set!.call(input, typed);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      const isFound = () =>
        [...document.querySelectorAll('[role="status"]')].some(each =>
          each.textContent?.startsWith(wanted),
        );
      return (await window.painted(isFound)) - begun;
    },
    [text, found] as const,
  );
}
