import type {
  Health,
  ServicePort,
  ServiceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { KubernetesObject, referenceTo } from '../objects/KubernetesObject';
import { integerAt, recordsAt, textAt } from '../objects/read';
import { lacksAddress } from './addresses';
import { endpointsOf } from './endpoints';
import { servicesOf } from './services';

function portsOf({ json }: KubernetesObject): ServicePort[] {
  return recordsAt(json, 'spec', 'ports').flatMap(port => {
    const number = integerAt(port, 'port');
    return number === undefined
      ? []
      : [
          {
            name: textAt(port, 'name') || undefined,
            port: number,
            protocol: textAt(port, 'protocol') || 'TCP',
            targetPort:
              textAt(port, 'targetPort') ||
              integerAt(port, 'targetPort')?.toString(),
            nodePort: integerAt(port, 'nodePort'),
          },
        ];
  });
}

function judge(
  { serves, now }: DeploymentContext,
  service: KubernetesObject,
  endpoints: ServiceStatus['endpoints'],
): [Health, string] {
  const isPublic = textAt(service.json, 'spec', 'type') === 'LoadBalancer';
  if (endpoints === undefined) {
    return ['Unknown', 'Which endpoints it has is not known.'];
  }
  const { ready, total } = endpoints;
  if (ready === 0) {
    return [
      // While no pod serves, the pods say why.
      serves ? 'Degraded' : 'Progressing',
      'It leads nowhere: no endpoint is ready.',
    ];
  }
  if (isPublic && lacksAddress(service, now)) {
    return ['Degraded', 'Its load balancer has no address.'];
  }
  return [
    'Healthy',
    `It leads to ${ready} ready ${ready === 1 ? 'endpoint' : 'endpoints'}${
      ready < total ? ` of ${total}` : ''
    }.`,
  ];
}

/** The Services that lead to the pods of a Deployment, by name. */
export const describeServices = (context: DeploymentContext): ServiceStatus[] =>
  servicesOf(context).map(service => {
    const endpoints = endpointsOf(context, service);
    const [health, sentence] = judge(context, service, endpoints);
    return {
      object: referenceTo(service),
      type: textAt(service.json, 'spec', 'type') || 'ClusterIP',
      clusterIP: textAt(service.json, 'spec', 'clusterIP') || undefined,
      ports: portsOf(service),
      endpoints,
      health,
      sentence,
    };
  });
