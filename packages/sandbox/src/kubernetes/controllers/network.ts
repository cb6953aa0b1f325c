import { isDeepStrictEqual } from 'node:util';
import { randomSuffix } from '../objects/completeObject';
import { recordsAt, textAt, valueAt } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { ownerReference, type Control, type Controller } from './Control';
import { isTrue, matches, type Pod } from './workloads';

const MANAGER = 'kube-controller-manager';
const SERVICE_NAME = 'kubernetes.io/service-name';

/** How long a controller takes to give an Ingress an address, in milliseconds. */
const ADDRESS_MS = 4_000;

/** Of a range for documentation: https://www.rfc-editor.org/rfc/rfc5737 */
const ADDRESS = '203.0.113.10';

/** The classes of Ingress that a controller takes. */
const CLASSES = ['nginx'];

const ageOf = (control: Control, { metadata }: KubernetesObject) =>
  control.now - Date.parse(metadata.creationTimestamp ?? '');

function endpointsOf(control: Control, service: KubernetesObject) {
  const selector = valueAt(service, 'spec', 'selector') as
    | Record<string, string>
    | undefined;
  return control
    .list<Pod>('Pod', service.metadata.namespace)
    .filter(
      ({ metadata, status }) =>
        selector !== undefined &&
        status.podIP !== undefined &&
        matches({ matchLabels: selector }, metadata.labels),
    )
    .map(({ metadata, spec, status }) => {
      const ready = isTrue(status.conditions, 'Ready');
      const terminating = metadata.deletionTimestamp !== undefined;
      return {
        addresses: [status.podIP],
        conditions: {
          ready: ready && !terminating,
          serving: ready,
          terminating,
        },
        nodeName: spec.nodeName,
        targetRef: {
          kind: 'Pod',
          ...{ namespace: metadata.namespace, name: metadata.name },
          uid: metadata.uid,
        },
      };
    });
}

/** The EndpointSlice controller: where the pods of a Service are. */
export const endpointSlices: Controller = control => {
  for (const service of control.list('Service')) {
    const { name, namespace, labels } = service.metadata;
    const endpoints = endpointsOf(control, service);
    const ports = recordsAt(service, 'spec', 'ports').map(port => ({
      ...(port.name === undefined ? {} : { name: port.name }),
      port: port.port,
      protocol: port.protocol,
    }));
    const [slice] = control.ownedBy('EndpointSlice', service);
    if (!slice) {
      control.create(
        {
          apiVersion: 'discovery.k8s.io/v1',
          kind: 'EndpointSlice',
          metadata: {
            name: `${name}-${randomSuffix()}`,
            generateName: `${name}-`,
            namespace: namespace!,
            labels: {
              ...labels,
              [SERVICE_NAME]: name,
              'endpointslice.kubernetes.io/managed-by':
                'endpointslice-controller.k8s.io',
            },
            ownerReferences: [ownerReference(service)],
          },
          ...{ addressType: 'IPv4', endpoints, ports },
        },
        MANAGER,
      );
    } else if (!isDeepStrictEqual(slice.endpoints, endpoints)) {
      control.change(slice, each => ({ ...each, endpoints, ports }), MANAGER);
    }
  }
};

/** The controllers of Services and Ingresses: an address for each that wants one. */
export const addresses: Controller = control => {
  const loadBalancer = { ingress: [{ ip: ADDRESS }] };
  for (const ingress of control.list('Ingress')) {
    const isTaken = CLASSES.includes(
      textAt(ingress, 'spec', 'ingressClassName'),
    );
    if (isTaken && ageOf(control, ingress) >= ADDRESS_MS) {
      control.setStatus(ingress, { loadBalancer }, 'nginx-ingress-controller');
    }
  }
  for (const service of control.list('Service')) {
    if (
      textAt(service, 'spec', 'type') === 'LoadBalancer' &&
      ageOf(control, service) >= ADDRESS_MS
    ) {
      control.setStatus(service, { loadBalancer }, 'cloud-controller-manager');
    }
  }
};

/** The controller of a Gateway: it accepts every HTTPRoute. */
export const routes: Controller = control => {
  const controllerName = 'sandbox.alexandriaproject.io/gateway';
  for (const route of control.list('HTTPRoute')) {
    const lastTransitionTime = route.metadata.creationTimestamp;
    control.setStatus(
      route,
      {
        parents: recordsAt(route, 'spec', 'parentRefs').map(parentRef => ({
          ...{ parentRef, controllerName },
          conditions: ['Accepted', 'ResolvedRefs'].map(type => ({
            ...{ type, status: 'True', reason: type, message: '' },
            observedGeneration: route.metadata.generation,
            lastTransitionTime,
          })),
        })),
      },
      'gateway-controller',
    );
  }
};
