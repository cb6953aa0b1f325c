import { samlKeyPair } from '../../assumptions';
import { samlProviders } from '../../values/facts';
import { RenderContext } from '../context';

/** A volume or a volume mount, as it stands in the manifest. */
export type VolumeField = Record<string, unknown> & { name: string };

const TOKEN_DIRECTORY = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Whether the SAML key pair comes from a Secret; at firstBoot the API keeps it on the data volume. */
export function hasSamlSecret({ values }: RenderContext): boolean {
  return (
    samlProviders(values).length > 0 &&
    values.federation.saml.keyPair !== 'firstBoot'
  );
}

/** What the kubelet would mount itself with automountServiceAccountToken, which would reach the dashboard too. */
const tokenVolume: VolumeField = {
  name: 'token',
  projected: {
    sources: [
      { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
      {
        configMap: {
          name: 'kube-root-ca.crt',
          items: [{ key: 'ca.crt', path: 'ca.crt' }],
        },
      },
      {
        downwardAPI: {
          items: [
            {
              path: 'namespace',
              fieldRef: { fieldPath: 'metadata.namespace' },
            },
          ],
        },
      },
    ],
  },
};

export function volumes(context: RenderContext): VolumeField[] {
  const { values, names } = context;
  return [
    values.persistence.enabled
      ? { name: 'data', persistentVolumeClaim: { claimName: names.claim } }
      : { name: 'data', emptyDir: {} },
    { name: 'run', emptyDir: {} },
    { name: 'etc-alexandria', emptyDir: {} },
    { name: 'tmp', emptyDir: {} },
    { name: 'config', configMap: { name: names.config } },
    { name: 'nginx-config', configMap: { name: names.nginx } },
    ...(hasSamlSecret(context)
      ? [{ name: 'saml', secret: { secretName: names.samlSecret } }]
      : []),
    ...(values.rbac.create ? [tokenVolume] : []),
    ...values.extraVolumes,
  ];
}

const shared: VolumeField[] = [
  { name: 'data', mountPath: '/var/lib/alexandria' },
  { name: 'run', mountPath: '/var/run/alexandria' },
  { name: 'etc-alexandria', mountPath: '/etc/alexandria' },
];

/** A folder of its own in the volume "tmp", for a root file system that is read-only. */
function tmp(container: string): VolumeField {
  return { name: 'tmp', mountPath: '/tmp', subPath: container };
}

function token({ values }: RenderContext): VolumeField[] {
  return values.rbac.create
    ? [{ name: 'token', mountPath: TOKEN_DIRECTORY, readOnly: true }]
    : [];
}

export function apiMounts(context: RenderContext): VolumeField[] {
  return [
    ...shared,
    tmp('api'),
    ...(hasSamlSecret(context)
      ? [{ name: 'saml', mountPath: samlKeyPair.directory, readOnly: true }]
      : []),
    ...token(context),
    ...context.values.extraVolumeMounts.api,
  ];
}

export function orchestratorMounts(context: RenderContext): VolumeField[] {
  return [
    ...shared,
    tmp('orchestrator'),
    ...token(context),
    ...context.values.extraVolumeMounts.orchestrator,
  ];
}

/** The dashboard is what strangers reach: it sees neither the data nor a secret. */
export function dashboardMounts({ values }: RenderContext): VolumeField[] {
  return [
    {
      name: 'nginx-config',
      mountPath: '/etc/nginx/nginx.conf',
      subPath: 'nginx.conf',
      readOnly: true,
    },
    tmp('dashboard'),
    ...values.extraVolumeMounts.dashboard,
  ];
}

export const configInitMounts: VolumeField[] = [
  { name: 'config', mountPath: '/config', readOnly: true },
  { name: 'etc-alexandria', mountPath: '/etc/alexandria' },
];

export const llmInitMounts: VolumeField[] = [...shared, tmp('orchestrator')];
