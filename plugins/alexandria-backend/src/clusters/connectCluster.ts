import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type {
  AuthenticationStrategy,
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import type { KubeConfig } from '@kubernetes/client-node';

/** The class of client-node, which is ESM only and so has to be loaded before. */
export type KubeConfigClass = typeof KubeConfig;

const base64 = (text: string) => Buffer.from(text).toString('base64');

function userOf(credential: KubernetesCredential) {
  switch (credential.type) {
    case 'bearer token':
      return { token: credential.token };
    case 'x509 client certificate':
      return {
        certData: base64(credential.cert),
        keyData: base64(credential.key),
      };
    default:
      return {};
  }
}

/**
 * A KubeConfig for a cluster with credentials that were just obtained.
 *
 * As upstream has it, a cluster with the provider `serviceAccount` and no token is the one that the portal runs in.
 *
 * @throws whatever the strategy throws when it gets no credentials
 */
export async function connectCluster(
  Config: KubeConfigClass,
  details: ClusterDetails,
  strategy: AuthenticationStrategy,
): Promise<KubeConfig> {
  const config = new Config();
  const { name, url, caData, caFile, authMetadata } = details;
  if (
    authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER] === 'serviceAccount' &&
    !authMetadata.serviceAccountToken &&
    process.env.KUBERNETES_SERVICE_HOST
  ) {
    config.loadFromCluster();
    return config;
  }
  const credential = await strategy.getCredential(details, {});
  config.loadFromOptions({
    clusters: [
      {
        name,
        server: url,
        caData,
        caFile,
        // Without TLS there is nothing to verify, and client-node wants that said.
        skipTLSVerify: details.skipTLSVerify || url.startsWith('http:'),
      },
    ],
    users: [{ name, ...userOf(credential) }],
    contexts: [{ name, cluster: name, user: name }],
    currentContext: name,
  });
  return config;
}
