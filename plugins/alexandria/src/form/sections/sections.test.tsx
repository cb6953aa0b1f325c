import type { Draft } from '../answerAt';
import {
  fieldsShown,
  least,
  renderSection,
} from '../__testUtils__/renderSection';
import { sectionIds, type SectionId } from '../sections';

const dev = least.environments[0];
const saml = { name: 'adfs', kind: 'saml' };
const oidc = { name: 'okta', kind: 'oidc' };

const ofProvider = (...names: string[]) =>
  names.map(name => `access.providers[0].${name}`);
const ofDev = (...names: string[]) =>
  names.map(name => `environments[0].${name}`);

const cases: [SectionId, string, Draft, string[]][] = [
  ['identity', 'the least', {}, ['name', 'owner', 'system', 'description']],
  [
    'environments',
    'the least',
    {},
    ofDev('name', 'stage', 'cluster', 'namespace', 'host'),
  ],
  [
    'sizing',
    'the least',
    {},
    ofDev(
      'size',
      'replicas',
      'autoscaling',
      'database',
      'storage.size',
      'storage.className',
      'storage.shared',
    ),
  ],
  [
    'sizing',
    'autoscaling and Postgres behind a network policy',
    {
      environments: [
        {
          ...dev,
          autoscaling: { minReplicas: 2, maxReplicas: 3 },
          database: 'postgres',
        },
      ],
      exposure: { networkPolicy: true },
    },
    ofDev(
      'size',
      'autoscaling',
      'autoscaling.minReplicas',
      'autoscaling.maxReplicas',
      'database',
      'postgres.cidr',
      'postgres.port',
      'storage.size',
      'storage.className',
      'storage.shared',
    ),
  ],
  [
    'images',
    'digests',
    {
      environments: [{ ...dev, imageDigests: { api: 'sha256:1' } }],
    },
    [
      'images.registry',
      'images.pullSecret',
      ...ofDev(
        'imageTag',
        'imageDigests.api',
        'imageDigests.orchestrator',
        'imageDigests.dashboard',
      ),
    ],
  ],
  ['access', 'the least', {}, ['access.rpName']],
  [
    'access',
    'OIDC',
    { access: { providers: [oidc] } },
    [
      'access.rpName',
      ...ofProvider(
        'kind',
        'name',
        'issuer',
        'clientId',
        'autoCreateUsers',
        'defaultRole',
      ),
    ],
  ],
  [
    'access',
    'SAML by cert-manager',
    { access: { providers: [saml], samlKeyPair: 'certManager' } },
    [
      'access.rpName',
      ...ofProvider(
        'kind',
        'name',
        'metadataUrl',
        'autoCreateUsers',
        'defaultRole',
      ),
      'access.samlKeyPair',
      'access.samlIssuer.name',
      'access.samlIssuer.kind',
    ],
  ],
  ['llmBackends', 'the least', {}, []],
  [
    'llmBackends',
    'a backend',
    { llmBackends: [{ name: 'claude' }] },
    ['name', 'kind', 'url', 'model', 'apiKey'].map(
      name => `llmBackends[0].${name}`,
    ),
  ],
  ['secrets', 'the least', {}, ['secrets.source', 'secrets.secretName']],
  [
    'secrets',
    'External Secrets',
    { secrets: { source: 'externalSecrets' } },
    [
      'secrets.source',
      'secrets.secretName',
      'secrets.store.name',
      'secrets.store.kind',
      'secrets.store.keyPrefix',
    ],
  ],
  [
    'exposure',
    'the least',
    {},
    [
      'exposure.kind',
      'exposure.networkPolicy',
      'observability.metrics',
      'observability.otelEndpoint',
    ],
  ],
  [
    'exposure',
    'an Ingress with metrics',
    { exposure: { kind: 'ingress' }, observability: { metrics: true } },
    [
      'exposure.kind',
      'exposure.className',
      'exposure.clusterIssuer',
      'exposure.networkPolicy',
      'observability.metrics',
      'observability.serviceMonitor',
      'observability.otelEndpoint',
    ],
  ],
  [
    'exposure',
    'a Gateway',
    { exposure: { kind: 'httpRoute' } },
    [
      'exposure.kind',
      'exposure.gateway.name',
      'exposure.gateway.namespace',
      'exposure.gateway.sectionName',
      'exposure.networkPolicy',
      'observability.metrics',
      'observability.otelEndpoint',
    ],
  ],
  [
    'delivery',
    'the least',
    {},
    ['delivery.manifests', 'delivery.gitops', 'delivery.ci'],
  ],
];

describe('the fields of a page', () => {
  it.each(cases)('%s with %s', (section, _what, draft, expected) => {
    const { unmount } = renderSection(section, {
      draft: { ...least, ...draft },
    });
    expect(fieldsShown()).toEqual(expected);
    unmount();
  });

  it('are tried on every page', () => {
    expect(new Set(cases.map(([section]) => section))).toEqual(
      new Set(sectionIds),
    );
  });
});
