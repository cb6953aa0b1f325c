import type { DeploymentContext } from '../DeploymentContext';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { Json, recordsAt, textAt, textsAt } from '../objects/read';
import { matchesLabels } from '../objects/selector';

const known = new WeakMap<DeploymentContext, KubernetesObject[]>();

/** The Services that lead to the pods of a Deployment. */
export function servicesOf(context: DeploymentContext): KubernetesObject[] {
  // Asked by many rules, and each time of all Services of the namespace.
  let services = known.get(context);
  if (services === undefined) {
    services = findServices(context);
    known.set(context, services);
  }
  return services;
}

function findServices(context: DeploymentContext): KubernetesObject[] {
  const labels = context.podLabels;
  return context
    .inNamespace('', 'Service')
    .filter(({ json }) =>
      matchesLabels(textsAt(json, 'spec', 'selector'), labels),
    );
}

function backends(json: Json): string[] {
  return [
    textAt(json, 'spec', 'defaultBackend', 'service', 'name'),
    ...recordsAt(json, 'spec', 'rules')
      .flatMap(rule => recordsAt(rule, 'http', 'paths'))
      .map(path => textAt(path, 'backend', 'service', 'name')),
  ];
}

function serviceNames(context: DeploymentContext): Set<string> {
  return new Set(servicesOf(context).map(({ name }) => name));
}

/** The Ingresses that lead to those Services. */
export function ingressesOf(context: DeploymentContext): KubernetesObject[] {
  const names = serviceNames(context);
  return context
    .inNamespace('networking.k8s.io', 'Ingress')
    .filter(({ json }) => backends(json).some(name => names.has(name)));
}

/** The HTTPRoutes that lead to those Services. */
export function routesOf(context: DeploymentContext): KubernetesObject[] {
  const names = serviceNames(context);
  return context
    .inNamespace('gateway.networking.k8s.io', 'HTTPRoute')
    .filter(({ json }) =>
      recordsAt(json, 'spec', 'rules')
        .flatMap(rule => recordsAt(rule, 'backendRefs'))
        .some(
          backend =>
            names.has(textAt(backend, 'name')) &&
            (textAt(backend, 'kind') || 'Service') === 'Service',
        ),
    );
}
