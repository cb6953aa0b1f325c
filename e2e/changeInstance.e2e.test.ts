import type { Browser, Page } from 'playwright-core';
import { PortalApi } from './support/api';
import { openWindow, startBrowser, violations } from './support/browser';
import { InstanceForm } from './support/form';
import { GitHostApi } from './support/GitHostApi';
import { startPortal, type Portal } from './support/portal';

const PAGES = 9;
const NAME = 'assistant';
const CREDENTIALS = { username: 'portal', password: 'of-this-test' };

let portal: Portal;
let api: PortalApi;
let browser: Browser;
let git: GitHostApi;
/** `owner/name` on the git host. */
let repository: string;

beforeAll(async () => {
  // Each is kept as soon as it runs, so that it is ended when another does not start.
  await Promise.all([
    startPortal(host => ({
      'integrations.gitea': [
        { host, baseUrl: `http://${host}`, ...CREDENTIALS },
      ],
    })).then(started => (portal = started)),
    startBrowser().then(started => (browser = started)),
  ]);
  api = await PortalApi.signIn(portal);
  git = new GitHostApi(portal.gitUrl, CREDENTIALS);

  const { page } = await openWindow(browser);
  const form = await InstanceForm.open(page, portal.url);
  await form.type('name', NAME);
  for (let i = 0; i < PAGES; i++) {
    await form.next();
  }
  const url = await form.create();
  repository = new URL(url).pathname.replace(/^\/|\.git$/g, '');
  await api.registered(NAME);
  await page.context().close();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Opens a form about the instance as the link on its page does. */
async function follow(page: Page, link: string): Promise<InstanceForm> {
  await page.goto(`${portal.url}/catalog/default/component/${NAME}/alexandria`);
  await page.getByRole('link', { name: link }).click();
  return new InstanceForm(page);
}

describe('an instance that is changed through the form', () => {
  let complaints: string[];
  let found: Record<string, string[]>;
  let shown: { name: string; difference: string };
  let pull: string;

  beforeAll(async () => {
    // What people do to a repository that is theirs.
    await git.edit(repository, 'README.md', text => `${text}\n## By hand\n`);
    await git.edit(
      repository,
      'values-dev.yaml',
      text => `# Ours: ask the team before you change it.\n${text}`,
    );

    const window = await openWindow(browser);
    complaints = window.complaints;
    const { page } = window;
    found = {};
    const look = async (what: string) => {
      const wrong = await violations(page);
      if (wrong.length > 0) {
        found[what] = wrong;
      }
    };
    const form = await follow(page, 'Change…');
    const name = form.answer('name').locator('input');
    await name.waitFor();
    await look('opened');
    shown = { name: await name.inputValue(), difference: '' };
    await form.next();

    await form.press('Add environment');
    await form.type('environments[1].name', 'staging');
    await form.choose('environments[1].stage', 'Staging');
    await form.type('environments[1].host', 'assistant.staging.test');
    await form.next();

    await form.choose('environments[0].size', 'Medium');
    await form.next();
    await form.type('environments[1].imageTag', 'main');
    const preview = page.getByRole('region', {
      name: 'Preview of the repository',
    });
    await preview.getByText('Environment staging: new').waitFor();
    await preview.getByText(/^Restarts alexandria in/).waitFor();
    shown.difference = await preview.innerText();
    await look('difference');
    for (let page3 = 3; page3 < PAGES; page3++) {
      await form.next();
    }
    await look('review');
    pull = await form.create(undefined, 'Pull request');
    await page.goto(pull);
    await look('pull request');
    await page.getByRole('button', { name: 'Merge' }).click();
    await page.getByText(/^Merged at/).waitFor();
    await look('merged');
    await page.context().close();
  }, 240_000);

  it('opens with its present answers', () => {
    expect(shown.name).toBe(NAME);
  });

  it('shows what will be different before it is requested', () => {
    expect(shown.difference).toContain('Environment dev: changes');
    expect(shown.difference).toContain('values-staging.yaml');
    expect(shown.difference).toContain('Changed by hand, and kept');
  });

  it('is requested by a pull request that says what it does', async () => {
    expect(pull).toBe(`${portal.gitUrl}/${repository}/pulls/1`);
    const { title, body, merged } = await git.pull(repository, 1);
    expect(title).toMatch(/^Change assistant: .*environments dev, staging/);
    expect(body).toContain('staging');
    expect(body).toMatch(/restart/i);
    expect(merged).toBe(true);
  });

  it('has what was asked for once it is merged, and what was done by hand', async () => {
    expect(await git.paths(repository)).toEqual(
      expect.arrayContaining([
        'values-staging.yaml',
        'k8s/overlays/staging/kustomization.yaml',
      ]),
    );
    const { text: readme } = await git.file(repository, 'README.md');
    expect(readme).toContain('assistant-staging');
    expect(readme).toContain('## By hand');
    const { text: values } = await git.file(repository, 'values-dev.yaml');
    expect(values).toMatch(/^# Ours: ask the team/);
    expect(values).toContain('resources:');
  });

  it('is as it would be planned: nothing is left to change', async () => {
    const { body } = await api.request(
      'GET',
      `alexandria/v1/instances/component/default/${NAME}/repository`,
    );
    const { answers } = body as { answers: Record<string, unknown> };
    const entityRef = `component:default/${NAME}`;
    const plan = await api.request(
      'POST',
      'scaffolder/.backstage/actions/v1/actions/scaffolder:plan-alexandria-instance/invoke',
      { entityRef, answers },
    );
    expect(plan).toMatchObject({
      status: 200,
      body: { output: { hasChanges: false, conflicts: [] } },
    });
  });

  it('leaves nothing in the console, and nothing that axe objects to', () => {
    expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
  });
});

describe('a change by hand that is in the way', () => {
  it('is decided in the form, and not replaced without that', async () => {
    await git.edit(repository, 'values-staging.yaml', text =>
      text.replace(/tag: "?main"?/g, 'tag: by-hand'),
    );
    const { page, complaints } = await openWindow(browser);
    const form = await follow(page, 'Change…');
    await form.answer('name').locator('input').waitFor();
    for (let i = 0; i < 3; i++) {
      await form.next();
    }
    await form.type('environments[1].imageTag', 'next');
    for (let i = 3; i < PAGES - 1; i++) {
      await form.next();
    }
    // The last page: one has to decide before one may go on.
    await form.press(/^Review$/);
    await page
      .getByText(/^Decide about the conflict in/)
      .first()
      .waitFor();
    const wrong = await violations(page);
    const keeps = page.getByRole('radio', {
      name: 'Keep what is in the repository',
    });
    const groups = await keeps.count();
    for (let i = 0; i < groups; i++) {
      await keeps.nth(i).locator('xpath=ancestor::label').click();
    }
    await form.next();
    const pull = await form.create(undefined, 'Pull request');
    await page.context().close();
    const number = Number(pull.split('/').pop());
    await git.merge(repository, number);
    const { text } = await git.file(repository, 'values-staging.yaml');
    expect(text).toContain('tag: by-hand');
    const record = await git.file(repository, '.alexandria/instance.yaml');
    expect(record.text).toMatch(/imageTag: "?next/);
    expect({ groups: groups > 0, wrong, complaints }).toEqual({
      ...{ groups: true, wrong: [], complaints: [] },
    });
  }, 180_000);
});

describe('an instance that is retired', () => {
  it('says what is lost, takes its name for a yes, and goes by a pull request', async () => {
    const { page, complaints } = await openWindow(browser);
    const form = await follow(page, 'Retire…');
    await page
      .getByRole('list', { name: /^What becomes of/ })
      .getByText('PersistentVolumeClaim')
      .first()
      .waitFor();
    await form.type('confirmName', 'another');
    await form.press(/^Review$/);
    await page
      .getByText(`Type the name of the instance: ${NAME}.`)
      .first()
      .waitFor();
    const wrong = await violations(page);
    await form.type('confirmName', NAME);
    await form.next();
    const pull = await form.create(undefined, 'Pull request');
    await page.getByText('Unregister entity').first().waitFor();
    await page.context().close();
    expect({ wrong, complaints }).toEqual({ wrong: [], complaints: [] });

    const number = Number(pull.split('/').pop());
    expect((await git.pull(repository, number)).title).toBe(
      `Take ${NAME} out of service`,
    );
    await git.merge(repository, number);
    const paths = await git.paths(repository);
    expect(paths.filter(path => /^(values-|k8s\/)/.test(path))).toEqual([]);
    // Until it is taken out of the catalog, it is described there.
    expect(paths).toContain('catalog-info.yaml');
  }, 180_000);
});
