import { samlProviders } from '../facts';
import { at, Guard, repeated } from './Guard';
import { durationNanoseconds } from '../duration';

export const federationGuards: Guard[] = [
  {
    id: 'federation-needs-provider',
    message: 'is on, but there is no provider',
    remedy: 'Add one to federation.providers, or switch federation off',
    reads: ['federation'],
    check: ({ federation }) =>
      at(
        'federation.enabled',
        federation.enabled && federation.providers.length === 0,
      ),
  },
  {
    id: 'federation-provider-repeated',
    message: 'is the name of another provider too',
    remedy: 'Give each provider its own name',
    reads: ['federation.providers'],
    check: ({ federation: { providers } }) =>
      repeated(providers, provider => provider.name).map(
        index => `federation.providers[${index}].name`,
      ),
  },
  {
    id: 'saml-first-boot-needs-persistence',
    message:
      'firstBoot keeps the key pair on the data volume, and persistence is off',
    remedy:
      'Set persistence.enabled: true, or choose existingSecret or certManager',
    reads: ['federation', 'persistence.enabled'],
    check: values =>
      at(
        'federation.saml.keyPair',
        samlProviders(values).length > 0 &&
          values.federation.saml.keyPair === 'firstBoot' &&
          !values.persistence.enabled,
      ),
  },
  {
    id: 'saml-cert-manager-needs-issuer',
    message:
      'must name the issuer while federation.saml.keyPair is certManager',
    remedy: 'Write the name of the Issuer or ClusterIssuer',
    reads: ['federation'],
    check: values =>
      at(
        'federation.saml.certManager.issuerRef.name',
        samlProviders(values).length > 0 &&
          values.federation.saml.keyPair === 'certManager' &&
          values.federation.saml.certManager.issuerRef.name === '',
      ),
  },
  {
    id: 'saml-certificate-renewal',
    message: 'must be shorter than federation.saml.certManager.duration',
    remedy: 'Write a shorter time, for example 720h',
    reads: ['federation.saml.certManager'],
    check: ({
      federation: {
        saml: { certManager },
      },
    }) =>
      at(
        'federation.saml.certManager.renewBefore',
        durationNanoseconds(certManager.renewBefore) >=
          durationNanoseconds(certManager.duration),
      ),
  },
];
