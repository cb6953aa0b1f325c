import fs from 'fs/promises';
import type { Browser, Download } from 'playwright-core';
import { PortalApi } from './support/api';
import { askUntil } from './support/askUntil';
import { startBrowser, violations } from './support/browser';
import { expectedInstances } from './support/expectedInstances';
import { FleetScreen } from './support/FleetScreen';
import { startPortal, type Portal } from './support/portal';
import { setSampleFaults } from './support/sampleCluster';

/** What the sample clusters come to rest as, as the page has it. */
const settled = expectedInstances.map(
  ([name, cluster, health]) => `${name} ${cluster} ${health}`,
);

/** In the catalog and in no cluster. */
const NOWHERE = 'travel-planner';

/** Those of them with a finding. */
const withFinding = (code: string) =>
  expectedInstances.filter(([, , , codes]) => codes.includes(code)).length;

const degraded = expectedInstances.filter(
  ([, , health]) => health === 'Degraded',
).length;

/** The portal as `npm start` gives it, with its sample clusters. */
describe('the page of the fleet', () => {
  let portal: Portal;
  let api: PortalApi;
  let browser: Browser;

  beforeAll(async () => {
    await Promise.all([
      startPortal().then(started => (portal = started)),
      startBrowser().then(started => (browser = started)),
    ]);
    api = await PortalApi.signIn(portal);
    await askUntil(
      () => api.fleet(),
      ({ deployments }) => {
        const told = deployments.map(
          each =>
            `${each.entityRef.split('/')[1]} ${each.cluster} ${each.health}`,
        );
        return settled.every(each => told.includes(each));
      },
      60,
    );
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const open = (query = '', options?: Parameters<typeof FleetScreen.open>[2]) =>
    FleetScreen.open(browser, `${portal.url}/alexandria${query}`, options);

  it('is found in the navigation, and has every instance, the worst first', async () => {
    const screen = await FleetScreen.open(browser, `${portal.url}/`, {
      isFleet: false,
    });
    await screen.page.getByRole('link', { name: 'Fleet' }).first().click();
    const { deployments } = await api.fleet();
    await screen.counts(`${deployments.length} in the fleet`);
    expect(await screen.rowCount()).toBe(deployments.length);
    const healths = await screen.column('Health');
    expect(healths.slice(0, degraded)).toEqual(
      Array(degraded).fill('Degraded'),
    );
    await screen.keep('fleet');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('searches, filters by counts and lists, and keeps all of it in the URL, which gives it back', async () => {
    const screen = await open();
    const { page } = screen;
    await page
      .getByRole('button', { name: `Degraded ${degraded}`, exact: true })
      .click();
    await screen.counts(new RegExp(`^${degraded} of \\d+ in the fleet$`));
    const code = 'ProgressDeadlineExceeded';
    await page.getByRole('button', { name: new RegExp(`^${code}`) }).click();
    const found = withFinding(code);
    await screen.counts(new RegExp(`^${found} of`));
    await screen.choose('Cluster', 'South');
    await screen.search('assistant');
    await screen.counts(/^1 of/);
    expect(await screen.column('Instance')).toEqual([
      expect.stringContaining('hr-assistant'),
    ]);
    const { search } = new URL(page.url());
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      ...{ q: 'assistant', health: 'Degraded', finding: code },
      cluster: 'south',
    });
    const again = await open(search);
    await again.counts(/^1 of/);
    expect(
      await again.page
        .getByRole('button', { name: /^Degraded/ })
        .getAttribute('aria-pressed'),
    ).toBe('true');
    await again.page.getByRole('button', { name: 'Clear all filters' }).click();
    await again.counts(/^\d+ in the fleet$/);
    expect(new URL(again.page.url()).search).toBe('');
    expect([...screen.complaints, ...again.complaints]).toEqual([]);
    await Promise.all([screen.close(), again.close()]);
  });

  it('is gone through and sorted with the keyboard, to the page of a deployment', async () => {
    const screen = await open(`?q=knowledge`);
    const { page } = screen;
    await screen.counts(/^1 of/);
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Tab');
    expect(await screen.focused()).toMatch(/^row/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < 3; step++) {
      if (!(await screen.focused()).startsWith('columnheader')) {
        await page.keyboard.press('ArrowUp');
      }
    }
    const header = await screen.focused();
    expect(header).toMatch(/^columnheader (Instance|Health)/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/knowledge-search\/alexandria\?deployment=north%2F/);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('sorts either way, what is not known last', async () => {
    const namesIn = async (screen: FleetScreen) =>
      (await screen.column('Instance')).map(text => text.split('\n')[0]);
    for (const [query, sorted] of [
      ['?sort=instance', (names: string[]) => names.sort()],
      ['?sort=-instance', (names: string[]) => names.sort().reverse()],
    ] as const) {
      const screen = await open(query);
      const names = await namesIn(screen);
      expect(names).toEqual(sorted([...names]));
      await screen.close();
    }
    const screen = await open('?sort=cluster');
    const atEnd = await askUntil(
      async () => {
        await screen.table.evaluate(table =>
          table.scrollTo(0, table.scrollHeight),
        );
        return namesIn(screen);
      },
      names => names.at(-1) === NOWHERE,
      15,
    );
    expect(atEnd.at(-1)).toContain(NOWHERE);
    await screen.close();
  });

  it('hands over what is shown', async () => {
    const screen = await open('?health=Degraded');
    const { page } = screen;
    await screen.counts(/^\d+ of/);
    const file = async (name: string): Promise<[Download, string]> => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name }).click(),
      ]);
      return [download, await fs.readFile(await download.path(), 'utf8')];
    };
    const [csv, table] = await file('As CSV');
    expect(csv.suggestedFilename()).toBe('alexandria-fleet.csv');
    const lines = table.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^entityRef,title,owner,/);
    expect(lines).toHaveLength(degraded + 1);
    const [json, text] = await file('As JSON');
    expect(json.suggestedFilename()).toBe('alexandria-fleet.json');
    const { clusters, deployments } = JSON.parse(text);
    expect(clusters.map(({ name }: { name: string }) => name)).toEqual([
      'north',
      'south',
    ]);
    expect(deployments.map(({ health }: { health: string }) => health)).toEqual(
      Array(degraded).fill('Degraded'),
    );
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 420],
    ['dark', 420],
  ] as const)(
    'is drawn %s and %i pixels wide without what axe objects to, in both languages',
    async (colorScheme, width) => {
      for (const language of ['en', 'de'] as const) {
        const screen = await open('', { colorScheme, width, language });
        await screen.keep(`fleet-${colorScheme}-${width}-${language}`);
        expect(
          await violations(screen.page, screen.page.getByRole('main')),
        ).toEqual([]);
        expect(await screen.sideways()).toBe(0);
        expect(screen.complaints).toEqual([]);
        await screen.close();
      }
    },
  );

  it('shows what happens while somebody looks, and never a cluster that is away as one that is well', async () => {
    const screen = await open();
    const { page } = screen;
    const { deployments } = await api.fleet();
    await screen.toRow(Math.ceil(deployments.length / 2));
    const before = await screen.place();
    await setSampleFaults(portal, 'south', [{ fault: 'reset' }]);
    await page.getByText('South cannot be read').waitFor({ timeout: 120_000 });
    await askUntil(
      async () => (await api.fleet()).deployments,
      all =>
        all
          .filter(({ cluster }) => cluster === 'south')
          .every(({ health }) => health !== 'Healthy'),
      60,
    );
    expect(await screen.place()).toEqual(before);
    await page.getByRole('button', { name: /^Unknown/ }).click();
    await screen.counts(/^\d+ of/);
    expect(new Set(await screen.column('Cluster'))).toEqual(
      new Set(['South', '']),
    );
    expect(await screen.column('Health')).toContainEqual(
      expect.stringMatching(/was Healthy/),
    );
    await screen.keep('fleet-cluster-away');
    expect(await violations(page, page.getByRole('main'))).toEqual([]);
    await setSampleFaults(portal, 'south', []);
    await page
      .getByText('South cannot be read')
      .waitFor({ state: 'detached', timeout: 120_000 });
    await screen.close();
  }, 400_000);
});
