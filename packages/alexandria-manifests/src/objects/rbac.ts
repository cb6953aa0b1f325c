import { KubernetesObject, objectMeta, RenderContext } from './context';

/** The rules of `rbac.rules` and their binding to the pod's service account. */
export function rbac(context: RenderContext): KubernetesObject[] {
  const { values, release, names } = context;
  const { create, clusterScoped, rules } = values.rbac;
  if (!create) {
    return [];
  }
  const prefix = clusterScoped ? 'Cluster' : '';
  const { namespace, ...clusterMetadata } = objectMeta(
    context,
    clusterScoped ? names.clusterRole : names.fullname,
  );
  const metadata = clusterScoped
    ? clusterMetadata
    : { ...clusterMetadata, namespace };
  const apiGroup = 'rbac.authorization.k8s.io';
  return [
    {
      apiVersion: `${apiGroup}/v1`,
      kind: `${prefix}Role`,
      metadata,
      rules,
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: `${prefix}RoleBinding`,
      metadata,
      roleRef: { apiGroup, kind: `${prefix}Role`, name: metadata.name },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: names.serviceAccount,
          namespace: release.namespace,
        },
      ],
    },
  ];
}
