import { describeWithTools, type ToolName } from '@alexandriaproject/test-rig';
import type { Browser } from 'playwright-core';
import { PortalApi } from './support/api';
import { askUntil } from './support/askUntil';
import { openWindow, startBrowser } from './support/browser';
import { FleetScreen } from './support/FleetScreen';
import { InstanceForm } from './support/form';
import { Screen } from './support/Screen';
import {
  DEPLOYMENT,
  EDITOR,
  startRealThings,
  startSandbox,
  type SecondDayWorld,
} from './support/SecondDayWorld';

const NAME = 'library';
const ENVIRONMENT = 'dev';
const NAMESPACE = `${NAME}-${ENVIRONMENT}`;
const PAGES = 9;

/** Gitea's action looks for 20 s whether a stranger sees the new repository, which is private. */
const PUBLISHED_WITHIN_MS = 60_000;

const worlds: [string, ToolName[], () => Promise<SecondDayWorld>][] = [
  ['in the sandbox', ['chromium'], startSandbox],
  [
    'on Gitea and a real control plane',
    ['chromium', 'cluster', 'gitea', 'helm-4'],
    startRealThings,
  ],
];

for (const [where, tools, start] of worlds) {
  describeWithTools(`the second day of an instance ${where}`, tools, () => {
    let world: SecondDayWorld;
    let api: PortalApi;
    let browser: Browser;
    let fleet: FleetScreen;
    let screen: Screen;
    /** `owner/name` on the git host. */
    let repository: string;

    const instancePage = () =>
      `${world.portal.url}/catalog/default/component/${NAME}/alexandria`;

    const details = () =>
      api.details(NAME, `${world.cluster}/${NAMESPACE}/${DEPLOYMENT}`);

    /** What the fleet counts of this instance, which is searched for there. */
    const counted = (finding: string) =>
      fleet.page.getByRole('button', { name: new RegExp(`^${finding} 1$`) });

    beforeAll(async () => {
      // Each is kept as soon as it runs, so that it is ended when another does not start.
      await Promise.all([
        start().then(started => (world = started)),
        startBrowser().then(started => (browser = started)),
      ]);
      api = await PortalApi.signIn(world.portal);
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      await world?.stop();
    });

    it('begins with an instance that the form has made, installed and serving', async () => {
      await world.admit(NAMESPACE);
      const { page, complaints } = await openWindow(browser);
      const form = await InstanceForm.open(page, world.portal.url);
      await form.type('name', NAME);
      for (let i = 0; i < PAGES; i++) {
        await form.next();
      }
      const url = await form.create(PUBLISHED_WITHIN_MS);
      repository = new URL(url).pathname.replace(/^\/|\.git$/g, '');
      await api.registered(NAME);
      await world.deploy(repository, ENVIRONMENT, NAMESPACE);
      await askUntil(
        () => api.status(NAME),
        ({ health }) => health === 'Healthy',
        120,
      );
      await page.context().close();
      expect(complaints).toEqual([]);
    }, 300_000);

    it('finds it in the fleet, and nothing that differs', async () => {
      await askUntil(details, ({ drift }) => drift?.state === 'Same', 120);
      fleet = await FleetScreen.open(browser, `${world.portal.url}/alexandria`);
      await fleet.search(NAME);
      await fleet.counts(/^1 of/);
      expect(await fleet.table.innerText()).toContain(NAME);
      expect(await counted('FieldDrift').count()).toBe(0);
    }, 180_000);

    it('names who edited a live object by hand, on the page and in the fleet', async () => {
      screen = await Screen.open(browser, instancePage());
      await world.edit(NAMESPACE, {
        spec: { template: { spec: { terminationGracePeriodSeconds: 7 } } },
      });
      await screen.page
        .getByText(
          new RegExp(
            `terminationGracePeriodSeconds is 7 .*last written by ${EDITOR}`,
          ),
        )
        .first()
        .waitFor({ timeout: 120_000 });
      await counted('FieldDrift').waitFor();
      expect(await fleet.rowCount()).toBe(1);
    }, 240_000);

    it('differs no more once a change through the form is merged and applied', async () => {
      await screen.page.getByRole('link', { name: 'Change…' }).click();
      const form = new InstanceForm(screen.page);
      await form.answer('name').locator('input').waitFor();
      await form.next();
      await form.next();
      await form.choose('environments[0].size', 'Medium');
      for (let i = 2; i < PAGES; i++) {
        await form.next();
      }
      await form.create(PUBLISHED_WITHIN_MS, 'Pull request');
      await world.git.merge(repository, 1);
      await world.deploy(repository, ENVIRONMENT, NAMESPACE);
      await askUntil(
        details,
        ({ drift, health }) => drift?.state === 'Same' && health === 'Healthy',
        180,
      );
      await counted('FieldDrift').waitFor({ state: 'detached' });
      await screen.page.goto(instancePage());
      await screen.page.getByText('Nothing differs').first().waitFor();
      expect(await screen.pageText()).not.toContain(EDITOR);
    }, 420_000);

    it('leaves nothing in the console', () => {
      expect([...fleet.complaints, ...screen.complaints]).toEqual([]);
    });
  });
}
