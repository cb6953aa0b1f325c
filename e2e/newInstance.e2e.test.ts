import {
  crds,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import type { Browser } from 'playwright-core';
import { PortalApi } from './support/api';
import { openWindow, startBrowser, violations } from './support/browser';
import {
  clone,
  environmentsOf,
  helmManifests,
  kustomizeManifests,
  serverDryRun,
} from './support/deployment';
import { InstanceForm } from './support/form';
import { startPortal, type Portal } from './support/portal';

const PAGES = 9;

let portal: Portal;
let api: PortalApi;
let browser: Browser;
let plane: ControlPlane;
let folder: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'new-instance-'));
  // Each is kept as soon as it runs, so that it is ended when another does not start.
  await Promise.all([
    startPortal().then(started => (portal = started)),
    startBrowser().then(started => (browser = started)),
    startControlPlane().then(started => (plane = started)),
  ]);
  await plane.applyCrds(await crds());
  api = await PortalApi.signIn(portal);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await plane?.stop();
  await fs.rm(folder, { recursive: true, force: true });
});

/** How often each environment's Deployment is accepted by the API server, as Helm 3, Helm 4 and Kustomize write it. */
async function acceptedDeployments(
  repository: string,
  namespaces: Record<string, string>,
): Promise<Record<string, number>> {
  const accepted: Record<string, number> = {};
  for (const environment of await environmentsOf(repository)) {
    const namespace = namespaces[environment];
    await plane.createNamespace(namespace, 'restricted');
    const outputs = [
      await helmManifests(3, repository, environment, namespace),
      await helmManifests(4, repository, environment, namespace),
      await kustomizeManifests(repository, environment),
    ];
    accepted[environment] = 0;
    for (const manifests of outputs) {
      const lines = await serverDryRun(plane, manifests);
      accepted[environment] += lines.filter(
        line => line === 'deployment.apps/alexandria created (server dry run)',
      ).length;
    }
  }
  return accepted;
}

describe('a development instance, by keyboard and four answers', () => {
  let repositoryUrl: string;
  let complaints: string[];
  let next: string;
  let entity: string;

  beforeAll(async () => {
    const window = await openWindow(browser);
    complaints = window.complaints;
    const { page } = window;
    const form = await InstanceForm.open(page, portal.url);
    await form.answer('name').locator('input').focus();
    await page.keyboard.type('assistant');
    // The owner is proposed: the guest belongs to one group.
    for (let i = 0; i < PAGES; i++) {
      await form.next();
    }
    repositoryUrl = await form.create();
    // The commands are drawn once their highlighting is there.
    await page.getByText('helm upgrade --install').waitFor();
    next = await page.locator('#root').innerText();
    await api.registered('assistant');
    await page.getByRole('link', { name: 'Open in the catalog' }).click();
    await page.getByText('Alexandria EE, assistant').first().waitFor();
    entity = await page.locator('#root').innerText();
    await page.context().close();
  }, 180_000);

  it('leaves nothing in the console', () => {
    expect(complaints).toEqual([]);
  });

  it('says what to do next, with the commands of this instance', () => {
    expect(next).toContain('kubectl create namespace assistant-dev');
    expect(next).toContain('kubectl create secret generic alexandria-auth');
    expect(next).toContain('helm upgrade --install alexandria');
  });

  it('is in the catalog, and its page opens from the task', () => {
    expect(entity).toContain('Alexandria EE, assistant');
  });

  it('is a repository that a cluster accepts', async () => {
    const repository = path.join(folder, 'assistant');
    await clone(`${repositoryUrl.replace(/\.git$/, '')}.git`, repository);
    expect(
      await acceptedDeployments(repository, { dev: 'assistant-dev' }),
    ).toEqual({ dev: 3 });
  }, 120_000);
});

describe('an instance with everything', () => {
  let repository: string;
  let complaints: string[];

  beforeAll(async () => {
    const window = await openWindow(browser);
    complaints = window.complaints;
    const { page } = window;
    const form = await InstanceForm.open(page, portal.url);

    await form.type('name', 'payments-assistant');
    await form.type('description', 'Answers ${{ 7*7 }} {{ .Values.x }} "all"');
    await form.next();

    await form.press('Add environment');
    await form.type('environments[1].name', 'prod');
    await form.choose('environments[1].stage', 'Production');
    await form.type('environments[1].host', 'assistant.acme.io');
    await form.next();

    await form.choose('environments[1].database', 'Postgres');
    await form.flip('environments[1].storage.shared');
    await form.flip('environments[1].autoscaling');
    await form.next();

    await form.type('environments[1].imageTag', 'v1.0.0');
    await form.next();

    await form.press('Add provider');
    await form.type('access.providers[0].name', 'okta');
    await form.type('access.providers[0].issuer', 'https://acme.okta.com');
    await form.type('access.providers[0].clientId', '0oa1alexandria');
    await form.next();

    await form.press('Add LLM backend');
    await form.type('llmBackends[0].name', 'claude');
    await form.type('llmBackends[0].kind', 'claude');
    await form.type('llmBackends[0].url', 'https://api.anthropic.com');
    await form.type('llmBackends[0].model', 'claude-sonnet-4-6');
    await form.next();

    await form.choose('secrets.source', 'External Secrets Operator');
    await form.next();

    await form.choose('exposure.kind', 'Ingress');
    await form.flip('observability.metrics');
    await form.flip('observability.serviceMonitor');
    await form.next();

    await form.choose('delivery.gitops', 'Argo CD');
    await form.next();

    const url = await form.create();
    repository = path.join(folder, 'payments-assistant');
    await clone(`${url.replace(/\.git$/, '')}.git`, repository);
    await page.context().close();
  }, 240_000);

  it('leaves nothing in the console', () => {
    expect(complaints).toEqual([]);
  });

  it('is a repository that a cluster accepts, in both environments', async () => {
    expect(
      await acceptedDeployments(repository, {
        dev: 'payments-assistant-dev',
        prod: 'payments-assistant-prod',
      }),
    ).toEqual({ dev: 3, prod: 3 });
  }, 120_000);

  it('has definitions that Argo CD accepts', async () => {
    await plane.createNamespace('argocd', 'restricted');
    const application = await fs.readFile(
      path.join(repository, 'gitops/argocd/prod.yaml'),
      'utf8',
    );
    expect(await serverDryRun(plane, application)).toEqual([
      'application.argoproj.io/payments-assistant-prod created (server dry run)',
    ]);
  });

  it('takes the words of a person for text', async () => {
    const answers = await fs.readFile(
      path.join(repository, '.alexandria/instance.yaml'),
      'utf8',
    );
    expect(answers).toContain('${{ 7*7 }} {{ .Values.x }} \\"all\\"');
  });
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 400],
  ['dark', 400],
] as const)('every page, %s and %i pixels wide', (colorScheme, width) => {
  it('has nothing that axe objects to, and no complaint in the console', async () => {
    const { page, complaints } = await openWindow(browser, {
      colorScheme,
      width,
    });
    const form = await InstanceForm.open(page, portal.url);
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      const wrong = await violations(page);
      if (wrong.length > 0) {
        found[what] = wrong;
      }
    };
    await look('empty');
    await form.type('name', 'Not A Label');
    await form.press(/^Next$/);
    await page.getByText('Must be a DNS label').first().waitFor();
    await look('refused');
    await form.type('name', `looked-at-${colorScheme}-${width}`);
    for (let i = 0; i < PAGES; i++) {
      await form.next();
      await look(await form.step());
    }
    await page.context().close();
    expect({ found, complaints }).toEqual({ found: {}, complaints: [] });
  }, 240_000);
});
