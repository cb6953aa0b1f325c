import { samlProviders } from '../values/facts';
import { KubernetesObject, objectMeta, RenderContext } from './context';

/** The SAML key pair from cert-manager. */
export function samlCertificate(
  context: RenderContext,
): KubernetesObject | undefined {
  const { values, names } = context;
  const { keyPair, certManager } = values.federation.saml;
  if (samlProviders(values).length === 0 || keyPair !== 'certManager') {
    return undefined;
  }
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: objectMeta(context, names.samlSecret),
    spec: {
      secretName: names.samlSecret,
      commonName: names.fullname,
      duration: certManager.duration,
      renewBefore: certManager.renewBefore,
      issuerRef: certManager.issuerRef,
      // The identity provider pins the certificate: a renewal keeps the key.
      privateKey: { algorithm: 'RSA', size: 3072, rotationPolicy: 'Never' },
      usages: ['digital signature', 'key encipherment'],
    },
  };
}
