import { KubernetesObject, objectMeta, RenderContext } from './context';

export function serviceAccount(
  context: RenderContext,
): KubernetesObject | undefined {
  const { create, annotations } = context.values.serviceAccount;
  if (!create) {
    return undefined;
  }
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: objectMeta(context, context.names.serviceAccount, {
      annotations,
    }),
    // With rbac.create a token is projected into the containers that use it, and into no other.
    automountServiceAccountToken: false,
  };
}
