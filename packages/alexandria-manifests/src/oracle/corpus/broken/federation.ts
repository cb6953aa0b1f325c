import { BrokenCase } from './BrokenCase';
import { oidc, saml } from './parts';

export const brokenFederation: BrokenCase[] = [
  {
    id: 'federation-needs-provider',
    values: { federation: { enabled: true } },
  },
  {
    id: 'federation-provider-repeated',
    values: {
      federation: { providers: [oidc, saml, { ...saml, name: 'okta' }] },
    },
  },
  {
    id: 'saml-first-boot-needs-persistence',
    values: {
      persistence: { enabled: false },
      auth: { existingSecret: 'alexandria-auth' },
      federation: { enabled: true, providers: [saml] },
    },
  },
  {
    id: 'saml-cert-manager-needs-issuer',
    values: {
      federation: {
        enabled: true,
        providers: [saml],
        saml: { keyPair: 'certManager' },
      },
    },
  },
  {
    id: 'saml-certificate-renewal',
    values: {
      federation: {
        saml: { certManager: { duration: '1h30m', renewBefore: '90m' } },
      },
    },
  },
];
