import { KubernetesObject, objectMeta, RenderContext } from './context';

/** `""` leaves the field out, for the cluster's default class; `"-"` asks for a volume without a class. */
function storageClass(name: string): { storageClassName?: string } {
  if (name === '') {
    return {};
  }
  return { storageClassName: name === '-' ? '' : name };
}

/** The claim behind /var/lib/alexandria, unless there is one already. */
export function pvc(context: RenderContext): KubernetesObject | undefined {
  const { persistence } = context.values;
  if (!persistence.enabled || persistence.existingClaim !== '') {
    return undefined;
  }
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: objectMeta(context, context.names.claim, {
      annotations: {
        // The data outlives an uninstall.
        'helm.sh/resource-policy': 'keep',
        ...persistence.annotations,
      },
    }),
    spec: {
      accessModes: [persistence.accessMode],
      ...storageClass(persistence.storageClass),
      resources: { requests: { storage: persistence.size } },
    },
  };
}
