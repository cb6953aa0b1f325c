import { KubernetesObject, objectMeta, RenderContext } from './context';
import { present } from './deployment/present';

/** The route of the Gateway API; an alternative to the Ingress. */
export function httpRoute(
  context: RenderContext,
): KubernetesObject | undefined {
  const { values, names } = context;
  const { enabled, annotations, parentRefs, hostnames } = values.httpRoute;
  if (!enabled) {
    return undefined;
  }
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: objectMeta(context, names.fullname, { annotations }),
    spec: {
      parentRefs: parentRefs.map(({ name, ...scope }) => ({
        name,
        ...present(scope),
      })),
      ...present({ hostnames }),
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: names.fullname, port: values.service.port }],
        },
      ],
    },
  };
}
