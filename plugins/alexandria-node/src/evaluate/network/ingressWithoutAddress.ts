import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import { recordsAt, textAt } from '../objects/read';
import { kubectl } from '../texts';
import { lacksAddress } from './addresses';
import { ingressesOf } from './services';

/** No controller has taken the Ingress: its class may be of none. */
export const ingressWithoutAddress = builtInRule(
  'IngressWithoutAddress',
  function* check(context) {
    for (const ingress of ingressesOf(context)) {
      if (lacksAddress(ingress, context.now)) {
        const hosts = recordsAt(ingress.json, 'spec', 'rules')
          .map(rule => textAt(rule, 'host'))
          .filter(host => host !== '');
        const ingressClass = textAt(ingress.json, 'spec', 'ingressClassName');
        yield {
          object: referenceTo(ingress),
          title: `Ingress ${ingress.name} has no address`,
          cause: `status.loadBalancer.ingress is empty: no controller of class ${
            ingressClass || 'unset'
          } has taken it${
            hosts.length === 0 ? '' : `, so ${hosts.join(', ')} leads nowhere`
          }.`,
          evidence: { reason: 'AddressPending' },
          remedy: `${kubectl(
            ingress,
            ...['describe', 'ingress', ingress.name],
          )}; correct ingress.className in the values, one of: kubectl get ingressclass`,
        };
      }
    }
  },
);
