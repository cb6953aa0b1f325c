import type { Browser } from 'playwright-core';
import { statusFixtures } from '../plugins/alexandria/src/status/__fixtures__/states';
import { startBrowser } from './support/browser';
import { FixturePortal } from './support/FixturePortal';
import { StatusScreen, type Place } from './support/StatusScreen';

let portal: FixturePortal;
let browser: Browser;

beforeAll(async () => {
  await Promise.all([
    FixturePortal.start().then(started => (portal = started)),
    startBrowser().then(started => (browser = started)),
  ]);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const places: Place[] = ['card', 'page'];
const inPlaces = (states: string[]) =>
  states.flatMap(state => places.map(place => [state, place] as const));

// A window for each look: a portal draws everything anew when its theme changes.
describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 420],
  ['dark', 420],
] as const)('every state, %s and %i pixels wide', (colorScheme, width) => {
  let screen: StatusScreen;

  beforeAll(async () => {
    screen = await StatusScreen.start(portal, browser, { colorScheme, width });
  });
  afterAll(() => screen?.close());

  it.each(inPlaces(Object.keys(statusFixtures(new Date()))))(
    '%s is drawn on the %s without what axe objects to, and leaves the console clean',
    async (state, place) => {
      const region = await screen.open(state, place);
      await screen.keep(region, `${state}-${place}-${colorScheme}-${width}`);
      expect(await screen.faults(region)).toEqual([]);
      expect(screen.complaints()).toEqual([]);
    },
  );
});

describe('in German, whose words are longer, on a narrow screen', () => {
  let screen: StatusScreen;

  beforeAll(async () => {
    screen = await StatusScreen.start(portal, browser, {
      width: 420,
      language: 'de',
    });
  });
  afterAll(() => screen?.close());

  it.each(inPlaces(['secret-missing', 'warnings', 'stale', 'not-deployed']))(
    '%s is drawn on the %s',
    async (state, place) => {
      const region = await screen.open(state, place);
      await screen.keep(region, `${state}-${place}-german`);
      expect(await screen.faults(region)).toEqual([]);
      expect(screen.complaints()).toEqual([]);
    },
  );
});

describe('the card', () => {
  let screen: StatusScreen;

  beforeAll(async () => {
    screen = await StatusScreen.start(portal, browser, {});
  });
  afterAll(() => screen?.close());

  it('has everything in it reached with the keyboard, in the order of the eye, and seen to be reached', async () => {
    const card = await screen.open('secret-missing', 'card');
    await card.evaluate(element => {
      element.setAttribute('tabindex', '-1');
      element.focus();
    });
    const reached: (string | null)[] = [];
    for (let step = 0; step < 5; step++) {
      await screen.page.keyboard.press('Tab');
      reached.push(
        await screen.page.evaluate(() => {
          const element = document.activeElement!;
          const { outlineStyle, boxShadow } = getComputedStyle(element);
          return outlineStyle !== 'none' || boxShadow !== 'none'
            ? element.textContent
            : `${element.textContent}, which nobody sees`;
        }),
      );
    }
    expect(reached).toEqual([
      'Open instance',
      'Copy',
      'prod',
      'staging',
      'dev',
    ]);
  });

  it('moves nothing for those who want no motion', async () => {
    const card = await screen.open('loading', 'card');
    // What follows the scroll bar, as the shadows of Backstage's cards do, moves only with it.
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      await screen.page.emulateMedia({ reducedMotion });
      return card.evaluate(
        element =>
          element
            .getAnimations({ subtree: true })
            .filter(({ timeline }) => timeline === document.timeline).length,
      );
    };
    expect(await moving('no-preference')).toBeGreaterThan(0);
    expect(await moving('reduce')).toBe(0);
  });

  it('has the size of its skeleton, but for fractions of pixels', async () => {
    const heightOf = async (state: string) => {
      const card = await screen.open(state, 'card');
      return (await card.boundingBox())!.height;
    };
    const skeleton = await heightOf('loading');
    const drawn = await heightOf('one-deployment');
    expect(Math.abs(drawn - skeleton)).toBeLessThan(1);
  });
});

describe('a change while somebody looks', () => {
  it('leaves focus, scroll and what is open where they are, and is read out', async () => {
    const { page, complaints } = await portal.openWindow(browser, {
      height: 600,
    });
    await portal.open(page, 'one-replica-crashes', '/alexandria');
    const rollout = page.getByRole('button', { name: /^Rollout/ });
    await rollout.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Revisions, newest first').waitFor();
    const place = () =>
      page.evaluate(() => [
        document.activeElement?.textContent?.slice(0, 7),
        document.scrollingElement?.scrollTop,
        window.location.search,
      ]);
    await page.evaluate(() => document.scrollingElement!.scrollBy(0, 150));
    const before = await place();
    expect(before[0]).toBe('Rollout');

    const fixture = portal.fixtures['one-replica-crashes'];
    if (fixture.status === 'never' || 'statusCode' in fixture.status) {
      throw new Error('the fixture is no answer');
    }
    const [deployment] = fixture.status.deployments;
    // The replica comes back: nothing else of the answer is otherwise.
    await portal.answer(page, {
      ...portal.fixtures,
      'one-replica-crashes': {
        ...fixture,
        status: {
          ...fixture.status,
          health: 'Healthy',
          deployments: [
            {
              ...deployment,
              health: 'Healthy',
              replicas: { wanted: 3, updated: 3, ready: 3, available: 3 },
            },
          ],
        },
      },
    });
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page
      .getByRole('status')
      .getByText('Serving in prod · EU West')
      .waitFor({ state: 'attached' });
    expect(await place()).toEqual(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
