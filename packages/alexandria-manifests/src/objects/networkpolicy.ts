import { KubernetesObject, objectMeta, RenderContext } from './context';
import { selectorLabels } from './labels';
import { egress } from './networkpolicy/egress';
import { ingress } from './networkpolicy/ingress';

/** Lets in and out only what the instance needs, as far as the values tell. Never an open rule. */
export function networkPolicy(
  context: RenderContext,
): KubernetesObject | undefined {
  const { values, release, names } = context;
  if (!values.networkPolicy.enabled) {
    return undefined;
  }
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: objectMeta(context, names.fullname),
    spec: {
      podSelector: { matchLabels: selectorLabels(release) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress(context),
      egress: egress(context),
    },
  };
}
