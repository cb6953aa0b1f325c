import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { textAt } from '../objects/read';
import { kubectl } from '../texts';
import { lacksAddress } from './addresses';
import { servicesOf } from './services';

/** A Service of type LoadBalancer that nobody gives an address. */
export const loadBalancerPending = builtInRule(
  'LoadBalancerPending',
  function* check(context) {
    for (const service of servicesOf(context)) {
      if (
        textAt(service.json, 'spec', 'type') === 'LoadBalancer' &&
        lacksAddress(service, context.now)
      ) {
        yield {
          object: referenceTo(service),
          title: `The load balancer of Service ${service.name} has no address`,
          cause:
            'status.loadBalancer.ingress is empty: the cluster has no controller for it, or it failed.',
          evidence: { reason: 'AddressPending' },
          remedy: kubectl(service, 'describe', 'service', service.name),
        };
      }
    }
  },
);
