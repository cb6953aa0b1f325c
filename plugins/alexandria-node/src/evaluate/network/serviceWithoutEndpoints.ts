import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl } from '../texts';
import { endpointsOf } from './endpoints';
import { servicesOf } from './services';

/** Pods serve and the Service leads to none of them. While no pod serves, the pods' own findings say why. */
export const serviceWithoutEndpoints = builtInRule(
  'ServiceWithoutEndpoints',
  function* check(context) {
    if (!context.serves) {
      return;
    }
    for (const service of servicesOf(context)) {
      if (endpointsOf(context, service)?.ready === 0) {
        yield {
          object: referenceTo(service),
          title: `Service ${service.name} has no endpoint that is ready`,
          cause:
            'Its EndpointSlices hold no ready endpoint though replicas are available. For users: nothing answers.',
          evidence: { reason: 'NoReadyEndpoint' },
          remedy: `${kubectl(
            service,
            ...['get', 'endpointslices', '-l'],
            `kubernetes.io/service-name=${service.name}`,
          )}; compare the selector and the ports with those of the pods`,
        };
      }
    }
  },
);
