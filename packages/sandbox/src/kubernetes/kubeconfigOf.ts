import { stringify } from 'yaml';

const USER = 'admin';

/**
 * A kubeconfig with a context for each cluster, of which the first is current.
 *
 * @param options - `certificate` is in PEM
 * @returns YAML
 */
export function kubeconfigOf(options: {
  clusters: readonly { name: string; url: string }[];
  certificate: string;
  token: string;
}): string {
  const { clusters, certificate, token } = options;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, url }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data':
          Buffer.from(certificate).toString('base64'),
      },
    })),
    users: [{ name: USER, user: { token } }],
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: USER },
    })),
    'current-context': clusters[0].name,
  });
}
