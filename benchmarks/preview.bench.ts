import {
  exampleParameters,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import type { Page } from 'playwright-core';
import { PortalApi } from '../e2e/support/api';
import { openWindow, startBrowser } from '../e2e/support/browser';
import { InstanceForm } from '../e2e/support/form';
import { startPortal } from '../e2e/support/portal';
import { computePreview } from '../plugins/alexandria/src/preview/computePreview';
import { measure, Measured, ms, summarize } from './measure';
import { printTable } from './table';

const KEYSTROKES = 120;
/** Between keystrokes, about as fast as people type. */
const PAUSE_MS = 80;

/** Milliseconds from a key that goes down to the frame that shows it, for each key that is typed into the name. */
async function keystrokes(page: Page): Promise<Measured> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keystrokeTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        // A message that is posted in a frame arrives once the frame is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - start);
          port2.postMessage(undefined);
        });
      },
      true,
    );
  });
  for (let i = 0; i < KEYSTROKES; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'a' : 'Backspace');
    await page.waitForTimeout(PAUSE_MS);
  }
  const times = await page.evaluate(
    () => (window as unknown as { keystrokeTimes: number[] }).keystrokeTimes,
  );
  return summarize(times);
}

async function main() {
  const read = readYaml(exampleParameters());
  const answers = read.ok ? read.value : undefined;
  let before = computePreview(answers);
  const compute = await measure(
    () => {
      before = computePreview(structuredClone(answers), before);
      return before.shown?.environment('prod').manifests();
    },
    { runs: 200, warmUp: 50 },
  );

  const portal = await startPortal();
  const browser = await startBrowser();
  try {
    await PortalApi.signIn(portal);
    const { page } = await openWindow(browser);
    const form = await InstanceForm.open(page, portal.url);
    await form.type('name', 'assistant');
    await page.getByText('Deployment').first().waitFor();
    await form.answer('name').locator('input').focus();
    await page.keyboard.press('End');
    const typing = await keystrokes(page);

    // Where there is no form: a text field of the portal itself.
    await page.goto(`${portal.url}/create/templates`);
    const search = page.getByRole('textbox').first();
    await search.waitFor();
    await search.focus();
    const peer = await keystrokes(page);
    printTable('The preview', [
      {
        what: 'keystroke to paint, preview shown',
        ours: ms(typing),
        peer: `search of the templates: ${ms(peer)}`,
        ratio: `${(typing.p95 / peer.p95).toFixed(1)}× its p95`,
        target: 'p95 under 16 ms',
      },
      {
        what: 'computePreview, two environments',
        ours: ms(compute),
        peer: '-',
        ratio: '-',
        target: '-',
      },
    ]);
  } finally {
    await browser.close();
    await portal.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
