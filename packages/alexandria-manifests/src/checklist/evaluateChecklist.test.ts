import { defaultValues } from '../values/defaultValues';
import { parsePath, valueAt } from '../values/path';
import { resolveValues } from '../values/resolveValues';
import { ValuesInput } from '../values/valuesSchema';
import { checklistRules } from './checklistRules';
import { checklistIssues, evaluateChecklist } from './evaluateChecklist';

const release = { name: 'alexandria', namespace: 'team-a' };
function items(input: ValuesInput) {
  const result = resolveValues([input], release);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  return {
    issues: checklistIssues(result.value, release),
    byId: Object.fromEntries(
      evaluateChecklist(result.value, release).map(item => [item.id, item]),
    ),
  };
}

const tag = { tag: 'v1.0.0' };
const production: ValuesInput = {
  image: {
    api: tag,
    orchestrator: tag,
    dashboard: { digest: `sha256:${'a'.repeat(64)}` },
  },
  config: {
    webauthn: {
      rpId: 'alexandria.acme.io',
      rpOrigin: 'https://alexandria.acme.io',
    },
    security: { hstsMaxAge: 31536000 },
    database: { existingSecret: 'alexandria-database' },
  },
  auth: { existingSecret: 'alexandria-auth' },
  persistence: { accessMode: 'ReadWriteMany' },
  ingress: { enabled: true, hosts: [{ host: 'alexandria.acme.io' }] },
  autoscaling: { enabled: true, minReplicas: 2 },
  pdb: { enabled: true },
  otel: { enabled: true },
};
const oidc = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://a',
  client_id: 'b',
  redirect_uri: 'https://c',
} as const;
const oidcOn = { enabled: true, providers: [oidc] };

const replicas = (replicaCount: number): ValuesInput => ({
  replicaCount,
  config: { database: { existingSecret: 'db' } },
  persistence: { accessMode: 'ReadWriteMany' },
  auth: { existingSecret: 'auth' },
});

/** Some have no default, so their map is asked for. */
const isReal = (path: string) =>
  path.includes('.') &&
  valueAt(defaultValues, parsePath(path).slice(0, -1)) !== undefined;

describe('each point of the checklist', () => {
  it.each(checklistRules)(
    '$id says what, why and what to do, and of which values',
    rule => {
      const { fix, paths, severity, title, why } = rule;
      const text = typeof fix === 'string' ? fix : fix(release);
      expect(['must', 'should', 'manual']).toContain(severity);
      expect(title).toMatch(/\S/);
      expect(why).toMatch(/^\S.*\.$/);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(paths.filter(path => !isReal(path))).toEqual([]);
      // Only what the cluster or a person has to tell is about no value.
      expect(paths.length === 0).toBe(severity === 'manual');
    },
  );

  it('is called by a name of its own', () => {
    const titles = checklistRules.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('evaluateChecklist', () => {
  it('finds nothing open in a production instance', () => {
    const { byId, issues } = items(production);
    expect(Object.values(byId).filter(({ state }) => state === 'open')).toEqual(
      [],
    );
    expect(issues).toEqual([]);
  });

  const cases: [string, ValuesInput, string, string[]?][] = [
    [
      'image-tags',
      { image: { api: { tag: 'main' }, orchestrator: tag, dashboard: tag } },
      'open',
      ['image.api.tag'],
    ],
    [
      'image-tags',
      {
        image: {
          api: { tag: '1.2.3-rc.1' },
          orchestrator: tag,
          dashboard: tag,
        },
      },
      'satisfied',
    ],
    [
      'webauthn-domain',
      {},
      'open',
      ['config.webauthn.rpId', 'config.webauthn.rpOrigin'],
    ],
    [
      'webauthn-domain',
      {
        config: {
          webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:3000' },
        },
      },
      'open',
      ['config.webauthn.rpId', 'config.webauthn.rpOrigin'],
    ],
    ['auth-source', {}, 'open', ['auth.existingSecret', 'auth.adminPassword']],
    [
      'auth-source',
      { auth: { jwtSecret: 'x' } },
      'open',
      ['auth.adminPassword'],
    ],
    [
      'auth-source',
      { auth: { jwtSecret: 'x', adminPassword: 'y' } },
      'satisfied',
    ],
    ['auth-source', { externalSecrets: { enabled: true } }, 'satisfied'],
    [
      'auth-source',
      { externalSecrets: { enabled: true, jwtSecretKey: '' } },
      'open',
      ['auth.existingSecret'],
    ],
    ['hsts', {}, 'notApplicable'],
    [
      'hsts',
      { ingress: { enabled: true } },
      'open',
      ['config.security.hstsMaxAge'],
    ],
    [
      'hsts',
      {
        ingress: { enabled: true },
        config: { security: { hstsMaxAge: 31536000, enabled: false } },
      },
      'open',
      ['config.security.enabled'],
    ],
    ['hsts', { ingress: { enabled: true, tls: [] } }, 'notApplicable'],
    [
      'dev-mode',
      { config: { general: { devMode: true } } },
      'open',
      ['config.general.devMode'],
    ],
    ['dev-mode', {}, 'satisfied'],
    ['postgres-for-replicas', {}, 'notApplicable'],
    ['postgres-for-replicas', production, 'satisfied'],
    ['exposure-host', {}, 'notApplicable'],
    [
      'exposure-host',
      { ingress: { enabled: true } },
      'open',
      ['ingress.hosts'],
    ],
    [
      'exposure-host',
      { httpRoute: { enabled: true, parentRefs: [{ name: 'g' }] } },
      'open',
      ['httpRoute.hostnames'],
    ],
    ['federation-secret', {}, 'notApplicable'],
    [
      'federation-secret',
      { federation: oidcOn },
      'open',
      ['federation.existingSecret'],
    ],
    [
      'federation-secret',
      { federation: { ...oidcOn, existingSecret: 'alexandria-oidc' } },
      'satisfied',
    ],
    [
      'federation-secret',
      {
        federation: oidcOn,
        externalSecrets: {
          enabled: true,
          oidcClientSecrets: { okta: { key: 'k' } },
        },
      },
      'satisfied',
    ],
    ['postgres', {}, 'open', ['config.database.existingSecret']],
    ['exposure', {}, 'open', ['ingress.enabled']],
    ['federation-providers', {}, 'notApplicable'],
    ['federation-providers', { federation: oidcOn }, 'satisfied'],
    ['autoscaling', {}, 'open', ['autoscaling.enabled']],
    ['disruption-budget', {}, 'open', ['pdb.enabled']],
    [
      'disruption-budget',
      { pdb: { enabled: true } },
      'open',
      ['pdb.minAvailable'],
    ],
    [
      'disruption-budget',
      { pdb: { enabled: true, minAvailable: null, maxUnavailable: 1 } },
      'satisfied',
    ],
    [
      'disruption-budget',
      { pdb: { enabled: true, minAvailable: '50%' } },
      'open',
      ['pdb.minAvailable'],
    ],
    [
      'disruption-budget',
      { ...replicas(2), pdb: { enabled: true, minAvailable: '50%' } },
      'satisfied',
    ],
    [
      'disruption-budget',
      { ...replicas(2), pdb: { enabled: true, minAvailable: 2 } },
      'open',
      ['pdb.minAvailable'],
    ],
    // 1.98 and 2.01 pods, rounded up.
    [
      'disruption-budget',
      { ...replicas(3), pdb: { enabled: true, minAvailable: '66%' } },
      'satisfied',
    ],
    [
      'disruption-budget',
      { ...replicas(3), pdb: { enabled: true, minAvailable: '67%' } },
      'open',
      ['pdb.minAvailable'],
    ],
    [
      'disruption-budget',
      { pdb: { enabled: true, minAvailable: null, maxUnavailable: 0 } },
      'open',
      ['pdb.maxUnavailable'],
    ],
    [
      'disruption-budget',
      { pdb: { enabled: true, minAvailable: null, maxUnavailable: '0%' } },
      'open',
      ['pdb.maxUnavailable'],
    ],
    [
      'disruption-budget',
      { pdb: { enabled: true, minAvailable: null, maxUnavailable: '1%' } },
      'satisfied',
    ],
    [
      'rbac',
      { serviceAccount: { create: false } },
      'open',
      ['serviceAccount.create'],
    ],
    [
      'rbac',
      { serviceAccount: { create: false, name: 'default' } },
      'open',
      ['serviceAccount.create'],
    ],
    [
      'rbac',
      { serviceAccount: { create: false, name: 'readers' } },
      'satisfied',
    ],
    ['rbac', {}, 'satisfied'],
    [
      'resources',
      { resources: { api: { limits: { memory: null } } } },
      'open',
      ['resources.api'],
    ],
    [
      'resources',
      { resources: { orchestrator: { requests: { cpu: null } } } },
      'open',
      ['resources.orchestrator'],
    ],
    [
      'resources',
      { resources: { dashboard: { requests: { memory: null } } } },
      'open',
      ['resources.dashboard'],
    ],
    [
      'resources',
      { resources: { api: { requests: null } } },
      'open',
      ['resources.api'],
    ],
    ['resources', {}, 'satisfied'],
    ['telemetry', {}, 'open', ['otel.enabled']],
    ['telemetry', { metrics: { enabled: true } }, 'satisfied'],
    ['pods-ready', {}, 'byHand'],
    ['login', {}, 'byHand'],
    ['agent', {}, 'byHand'],
    ['query', {}, 'byHand'],
  ];

  it.each(
    cases.map(([id, input, state, paths]) => ({ id, input, state, paths })),
  )('$id of $input is $state', ({ id, input, state, paths }) => {
    const item = items(input).byId[id];
    expect(item).toMatchObject(
      paths === undefined ? { state } : { state, paths },
    );
  });

  it('names the namespace in what to do by hand', () => {
    expect(items({}).byId['pods-ready'].fix).toContain('--namespace team-a');
  });

  it('has no id twice', () => {
    const ids = checklistRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('checklistIssues', () => {
  it('holds one issue per value that keeps a must open, and no should', () => {
    const { issues } = items({});
    expect(issues.map(({ path }) => path)).toEqual([
      'image.api.tag',
      'image.orchestrator.tag',
      'image.dashboard.tag',
      'config.webauthn.rpId',
      'config.webauthn.rpOrigin',
      'auth.existingSecret',
      'auth.adminPassword',
    ]);
  });
});
