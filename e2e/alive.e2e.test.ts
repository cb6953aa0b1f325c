import type { Browser } from 'playwright-core';
import { worstFinding } from '../plugins/alexandria/src/status/words/headline';
import { PortalApi } from './support/api';
import { askUntil } from './support/askUntil';
import { openWindow, startBrowser } from './support/browser';
import { expectedInstances } from './support/expectedInstances';
import { InstanceForm } from './support/form';
import { startPortal, type Portal } from './support/portal';
import { setSampleFaults } from './support/sampleCluster';
import { Screen } from './support/Screen';
import { lackOf } from './support/Screens';

const NAME = 'newcomer';
const PAGES = 9;

/** The portal as `npm start` gives it, with its git host and its sample clusters. */
describe('the portal by itself', () => {
  let portal: Portal;
  let api: PortalApi;
  let browser: Browser;

  beforeAll(async () => {
    await Promise.all([
      startPortal().then(started => (portal = started)),
      startBrowser().then(started => (browser = started)),
    ]);
    api = await PortalApi.signIn(portal);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const overviewOf = (name: string) =>
    `${portal.url}/catalog/default/component/${name}`;

  /** Has the deployer wait before it makes a namespace, or go on. */
  async function holdDeployer(isHeld: boolean): Promise<void> {
    await setSampleFaults(
      portal,
      'south',
      isHeld
        ? [{ fault: 'hold', resource: 'namespaces', verbs: ['patch'] }]
        : [],
    );
  }

  it('takes an instance from the form to its card, which comes alive, in one session', async () => {
    const { page, complaints } = await openWindow(browser);
    await holdDeployer(true);
    const form = await InstanceForm.open(page, portal.url);
    await page.evaluate(() => Reflect.set(window, 'begun', 'with the form'));
    await form.type('name', NAME);
    for (let i = 0; i < PAGES; i++) {
      await form.next();
    }
    await form.create();
    await api.registered(NAME);
    await page.getByRole('link', { name: 'Open in the catalog' }).click();
    await page.getByText('Not deployed yet', { exact: true }).waitFor();
    await holdDeployer(false);
    for (const said of ['Starting', 'Serving']) {
      await page
        .locator('[data-health]')
        .getByText(said, { exact: true })
        .first()
        .waitFor();
    }
    expect(await page.evaluate(() => Reflect.get(window, 'begun'))).toBe(
      'with the form',
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  it.each(expectedInstances)(
    'shows %s, in %s, as %s, with %j and what is known of it',
    async (name, cluster, wanted, codes) => {
      const screen = await Screen.open(browser, overviewOf(name));
      /** What the card lacks, or the page, once they are about the expected. */
      const until = (lackNow: () => Promise<string[]>): Promise<string[][]> =>
        askUntil(lackNow, lack => lack.length === 0, 30);
      const look = async () => {
        const status = await api.status(name);
        const deployment = status.deployments.find(
          each => each.cluster === cluster,
        );
        return { status, deployment, findings: deployment?.findings ?? [] };
      };
      await until(async () => {
        const { status, deployment } = await look();
        return deployment?.health === wanted
          ? lackOf(
              await screen.cardText(),
              status.health,
              worstFinding(status)?.finding,
            )
          : [`${wanted}, but ${deployment?.health}`];
      });
      await screen.page.getByRole('link', { name: 'Open instance' }).click();
      await until(async () => {
        const { findings } = await look();
        const text = await screen.pageText();
        return codes.flatMap(code =>
          lackOf(
            text,
            wanted,
            findings.find(each => each.code === code),
          ),
        );
      });
      expect(screen.complaints).toEqual([]);
      await screen.page.context().close();
    },
  );
});
