import { samlProviders } from '../values/facts';
import { Component, Labels, podLabels } from './labels';
import { KubernetesObject, objectMeta, RenderContext } from './context';
import { container } from './deployment/containers';
import { present } from './deployment/present';

const component: Component = 'saml-cert';

/**
 * Without `$(`, which the kubelet would read as a reference. The Secret is applied, not created: a Role cannot grant
 * creation by name, and server-side apply needs no more than patch.
 */
const SCRIPT = `found=/tmp/found
kubectl get secret "$SECRET_NAME" --namespace "$NAMESPACE" --ignore-not-found --output name > "$found"
if [ -s "$found" ]; then
  echo "Secret $SECRET_NAME is there already: nothing to do."
  exit 0
fi
umask 077
openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$VALIDITY_DAYS" -subj "/CN=$COMMON_NAME" -keyout /tmp/tls.key -out /tmp/tls.crt 2> /tmp/openssl.log || { cat /tmp/openssl.log >&2; exit 1; }
kubectl create secret tls "$SECRET_NAME" --namespace "$NAMESPACE" --cert /tmp/tls.crt --key /tmp/tls.key --dry-run=client --output yaml > /tmp/secret.yaml
kubectl apply --server-side --field-manager alexandria-saml-cert --filename /tmp/secret.yaml > /dev/null
echo "Secret $SECRET_NAME created."
`;

function hook(weight: string): Record<string, string> {
  return {
    'helm.sh/hook': 'pre-install,pre-upgrade',
    'helm.sh/hook-weight': weight,
    'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
  };
}

/** What the Job may do: see to one Secret, by name. */
function permissions(context: RenderContext, name: string): KubernetesObject[] {
  const { release, names } = context;
  const apiGroup = 'rbac.authorization.k8s.io';
  const metadata = objectMeta(context, name, {
    component,
    // Before the Job, and there for as long as it runs.
    annotations: hook('-10'),
  });
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        {
          apiGroups: [''],
          resources: ['secrets'],
          resourceNames: [names.samlSecret],
          verbs: ['get', 'create', 'patch'],
        },
      ],
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'Role', name },
      subjects: [
        { kind: 'ServiceAccount', name, namespace: release.namespace },
      ],
    },
  ];
}

function job(context: RenderContext, name: string): KubernetesObject {
  const { values, release, names } = context;
  const { image, validityDays } = values.federation.saml.job;
  const labels: Labels = podLabels(values, release, component);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: objectMeta(context, name, { component, annotations: hook('-5') }),
    spec: {
      backoffLimit: 3,
      activeDeadlineSeconds: 300,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          serviceAccountName: name,
          automountServiceAccountToken: true,
          enableServiceLinks: false,
          ...present({
            imagePullSecrets: values.imagePullSecrets,
            securityContext: values.podSecurityContext,
            nodeSelector: values.nodeSelector,
            tolerations: values.tolerations,
          }),
          containers: [
            container(context, 'saml-cert', image, {
              command: ['/bin/sh', '-eu', '-c', SCRIPT],
              env: [
                { name: 'HOME', value: '/tmp' },
                { name: 'NAMESPACE', value: release.namespace },
                { name: 'SECRET_NAME', value: names.samlSecret },
                { name: 'COMMON_NAME', value: names.fullname },
                { name: 'VALIDITY_DAYS', value: String(validityDays) },
              ],
              resources: values.resources.jobs,
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            }),
          ],
          // In memory: the key never reaches a disk.
          volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }],
        },
      },
    },
  };
}

/** The SAML key pair from a Job: Helm's hooks, which Kustomize has no place for. */
export function samlCertJob(context: RenderContext): KubernetesObject[] {
  const { values, names } = context;
  if (
    samlProviders(values).length === 0 ||
    values.federation.saml.keyPair !== 'job'
  ) {
    return [];
  }
  const name = `${names.fullname}-saml-cert`;
  return [...permissions(context, name), job(context, name)];
}
