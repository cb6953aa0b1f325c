import {
  GuardCase,
  reported,
  ruleOf,
  uncovered,
} from './__testUtils__/guardCases';
import { federationGuards } from './federation';

const auth = { existingSecret: 'auth' };
const oidc = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://id.example.com',
  client_id: 'a',
  redirect_uri: 'https://a.example.com/auth/oidc/okta/callback',
} as const;
const saml = {
  name: 'corp',
  kind: 'saml',
  metadata_url: 'https://id.example.com/metadata',
} as const;
const cases: GuardCase[] = [
  [
    'federation-needs-provider',
    { federation: { enabled: true } },
    'federation.enabled',
    { federation: { enabled: true, providers: [oidc] } },
  ],
  [
    'federation-provider-repeated',
    {
      federation: {
        enabled: true,
        providers: [oidc, { ...saml, name: 'okta' }],
      },
    },
    'federation.providers[1].name',
    { federation: { enabled: true, providers: [oidc, saml] } },
  ],
  [
    'saml-first-boot-needs-persistence',
    {
      auth,
      persistence: { enabled: false },
      federation: { enabled: true, providers: [saml] },
    },
    'federation.saml.keyPair',
    {
      auth,
      persistence: { enabled: false },
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'existingSecret' },
      },
    },
  ],
  [
    'saml-cert-manager-needs-issuer',
    {
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'certManager' },
      },
    },
    'federation.saml.certManager.issuerRef.name',
    {
      federation: {
        enabled: true,
        providers: [saml],
        saml: {
          keyPair: 'certManager',
          certManager: { issuerRef: { name: 'ca' } },
        },
      },
    },
  ],
  [
    'saml-certificate-renewal',
    { federation: { saml: { certManager: { renewBefore: '87600h' } } } },
    'federation.saml.certManager.renewBefore',
    { federation: { saml: { certManager: { renewBefore: '87599h' } } } },
  ],
];

describe('the guards of federation', () => {
  it.each(cases)(
    '%s refuses %j at %s and accepts %j',
    (id, broken, path, accepted) => {
      expect(reported(broken)).toEqual([{ path, ...ruleOf(id) }]);
      expect(reported(accepted)).toEqual([]);
    },
  );

  it('have a case each', () => {
    expect(uncovered(federationGuards, cases)).toEqual([]);
  });
});
