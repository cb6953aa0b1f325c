/** Who has a token of its own: the administrator, and the components that an API server's default roles know by name. */
export type User =
  | 'admin'
  | 'system:kube-controller-manager'
  | 'system:kube-scheduler';

interface KubeconfigOptions {
  /** Of the API server. */
  url: string;
  /** Its certificate authority, as PEM. */
  ca: string;
  user: User;
  token: string;
}

/** A kubeconfig, as JSON, with one context. */
export function kubeconfig({
  url,
  ca,
  user,
  token,
}: KubeconfigOptions): string {
  const name = 'test-rig';
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user } }],
    clusters: [
      {
        name,
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: [{ name: user, user: { token } }],
  });
}
