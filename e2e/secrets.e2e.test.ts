import type { Browser } from 'playwright-core';
import { answerFields, fullAnswers, withAnswer } from './support/answerFields';
import { PortalApi } from './support/api';
import { openWindow, startBrowser } from './support/browser';
import { InstanceForm } from './support/form';
import { startPortal, type Portal } from './support/portal';

const MARK = 'canary7f3a';

/** What people paste by mistake: a URL with a password, an API key, a signing secret. */
const canaries = [
  `postgres://admin:${MARK}@db.acme.io/alexandria`,
  `sk-${MARK}0123456789abcdef`,
  `Q2FuYXJ5${MARK}TAxMjM0NTY3ODkwMTIzNDU2Nzg5MD0=`,
];

/** The repository is no place that one pastes a secret into; it is made from what a picker offers. */
const textFields = answerFields().filter(
  ({ path, schema }) =>
    schema.type === 'string' &&
    schema.enum === undefined &&
    schema.const === undefined &&
    path !== 'repoUrl',
);

let portal: Portal;
let api: PortalApi;
let browser: Browser;

beforeAll(async () => {
  // Each is kept as soon as it runs, so that it is ended when another does not start.
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

/** Everything that the portal keeps or has said, and the names of the repositories. */
async function traces(): Promise<string> {
  const repositories = await fetch(portal.gitUrl);
  return JSON.stringify([
    await api.tasks(),
    await api.components(),
    portal.output(),
    await repositories.text(),
  ]);
}

describe('a secret that is sent to the portal', () => {
  it.each(textFields.map(({ path }) => path))(
    'as %s is refused, and no task is stored',
    async path => {
      for (const canary of canaries) {
        const { status } = await api.create(
          withAnswer(fullAnswers, path, canary),
          `${portal.gitHost}?owner=platform&repo=assistant`,
        );
        expect({ canary, status }).toEqual({ canary, status: 400 });
      }
    },
  );

  it('is nowhere in the portal afterwards', async () => {
    expect(await traces()).not.toContain(MARK);
  });
});

describe('a secret that is typed into the form', () => {
  it('keeps one on the page, is not repeated, and stays nowhere', async () => {
    const { page, complaints } = await openWindow(browser);
    const form = await InstanceForm.open(page, portal.url);
    await form.type('name', 'assistant');

    /** Types each canary into a field; the field refuses it, and the page is not left. */
    const refuses = async (path: string, good: string) => {
      const title = await form.step();
      for (const canary of canaries) {
        await form.type(path, canary);
        await form.press(/^(Next|Review)$/);
        await form.answer(path).locator('[slot="errorMessage"]').waitFor();
        const said = await form
          .answer(path)
          .locator('[slot="errorMessage"]')
          .innerText();
        expect({ path, said }).not.toEqual({
          path,
          said: expect.stringContaining(MARK),
        });
        expect(await form.step()).toBe(title);
      }
      await form.type(path, good);
    };

    await refuses('description', '');
    await form.next();
    await refuses('environments[0].host', '');
    await form.next();
    await refuses('environments[0].storage.className', '');
    await form.next();
    await refuses('images.pullSecret', '');
    await refuses('environments[0].imageTag', '');
    await form.next();
    await form.press('Add provider');
    await form.type('access.providers[0].name', 'okta');
    await form.type('access.providers[0].issuer', 'https://acme.okta.com');
    await refuses('access.providers[0].clientId', '0oa1');
    await form.next();
    await form.press('Add LLM backend');
    await form.type('llmBackends[0].name', 'claude');
    await form.type('llmBackends[0].kind', 'claude');
    await form.type('llmBackends[0].model', 'claude-sonnet-4-6');
    await refuses('llmBackends[0].url', 'https://api.anthropic.com');
    await form.next();
    await refuses('secrets.secretName', 'alexandria-auth');
    await form.choose('secrets.source', 'External Secrets Operator');
    await refuses('secrets.store.keyPrefix', 'alexandria');
    await form.next();
    await form.next();
    await form.next();

    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        window.location.href,
        databases.map(({ name }) => name),
      ]);
    });
    expect(kept).not.toContain(MARK);
    await form.press(/^Create$/);
    await page.getByRole('link', { name: 'Repository' }).waitFor();
    expect(await page.content()).not.toContain(MARK);
    await page.context().close();
    expect(await traces()).not.toContain(MARK);
    expect(complaints.join('\n')).not.toContain(MARK);
  }, 240_000);
});
