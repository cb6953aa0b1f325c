import { applies, withoutIdleAnswers } from './applies';

const saml = { name: 'adfs', kind: 'saml' };
const oidc = { name: 'okta', kind: 'oidc' };

describe('applies', () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ['name', {}, true],
    ['environments[0].replicas', { environments: [{}] }, true],
    [
      'environments[1].replicas',
      { environments: [{}, { autoscaling: {} }] },
      false,
    ],
    [
      'environments[0].postgres',
      { environments: [{ database: 'postgres' }] },
      false,
    ],
    [
      'environments[0].postgres',
      {
        environments: [{ database: 'postgres' }],
        exposure: { networkPolicy: true },
      },
      true,
    ],
    [
      'environments[0].postgres',
      { environments: [{}], exposure: { networkPolicy: true } },
      false,
    ],
    ['access.providers[0].clientId', { access: { providers: [oidc] } }, true],
    ['access.providers[0].clientId', { access: { providers: [saml] } }, false],
    [
      'access.providers[0].metadataUrl',
      { access: { providers: [oidc] } },
      false,
    ],
    ['access.samlKeyPair', { access: { providers: [oidc] } }, false],
    ['access.samlKeyPair', { access: { providers: [oidc, saml] } }, true],
    [
      'access.samlIssuer',
      { access: { providers: [saml], samlKeyPair: 'firstBoot' } },
      false,
    ],
    [
      'access.samlIssuer',
      { access: { providers: [saml], samlKeyPair: 'certManager' } },
      true,
    ],
    ['secrets.store', {}, false],
    ['secrets.store', { secrets: { source: 'externalSecrets' } }, true],
    ['exposure.className', { exposure: { kind: 'ingress' } }, true],
    ['exposure.clusterIssuer', { exposure: { kind: 'httpRoute' } }, false],
    ['exposure.gateway', { exposure: { kind: 'httpRoute' } }, true],
    ['observability.serviceMonitor', {}, false],
    [
      'observability.serviceMonitor',
      { observability: { metrics: true } },
      true,
    ],
  ])('%s of %j: %s', (path, draft, expected) => {
    expect(applies(draft, path)).toBe(expected);
  });
});

describe('withoutIdleAnswers', () => {
  it('takes away what depends on an answer that changed', () => {
    expect(
      withoutIdleAnswers({
        environments: [{ name: 'dev', postgres: { port: 1 }, replicas: 2 }],
        exposure: { kind: 'none', className: 'nginx', networkPolicy: false },
        secrets: { source: 'existingSecret', store: { name: 'vault' } },
      }),
    ).toEqual({
      environments: [{ name: 'dev', replicas: 2 }],
      exposure: { kind: 'none', networkPolicy: false },
      secrets: { source: 'existingSecret' },
    });
  });

  it('leaves answers alone that all apply', () => {
    const draft = { name: 'a', environments: [{ name: 'dev' }] };
    expect(withoutIdleAnswers(draft)).toBe(draft);
  });
});
