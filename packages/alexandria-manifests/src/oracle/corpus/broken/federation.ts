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
  ...[
    ['1h', '3600s'],
    ['1m', '60000ms'],
    ['1.5s', '1500000us'],
    ['1ms', '1000000ns'],
    ['2us', '2000ns'],
    ['1.4ns', '1.2ns'],
  ].flatMap(pair =>
    [pair, [...pair].reverse()].map(([duration, renewBefore]) => ({
      id: 'saml-certificate-renewal',
      values: {
        federation: { saml: { certManager: { duration, renewBefore } } },
      },
    })),
  ),
];
