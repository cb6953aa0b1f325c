import type { Browser } from 'playwright-core';
import { PortalApi } from './support/api';
import { openWindow, startBrowser } from './support/browser';
import { startPortal, type Portal } from './support/portal';

/** The portal as `npm start` gives it, with its sample clusters, where the guest is of the platform team. */
describe('the notifications of the portal', () => {
  let portal: Portal;
  let browser: Browser;

  beforeAll(async () => {
    await Promise.all([
      startPortal({
        'alexandria.notifications.enabled': true,
        'alexandria.notifications.unhealthyAfter': '2s',
      }).then(started => (portal = started)),
      startBrowser().then(started => (browser = started)),
    ]);
    await PortalApi.signIn(portal);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('tell the team that owns an instance that it is unhealthy, and lead to its tab', async () => {
    const { page, complaints } = await openWindow(browser);
    await page.goto(`${portal.url}/notifications`);
    const told = page.getByRole('link', { name: /: .+ is Degraded: / }).first();
    await told.waitFor({ timeout: 60_000 });
    const title = (await told.textContent()) ?? '';
    await told.click();
    await page.waitForURL(/\/catalog\/.*\/alexandria\?deployment=/);
    const sentence = title.slice(title.indexOf(' is Degraded: ') + 14);
    await page.getByText(sentence).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
