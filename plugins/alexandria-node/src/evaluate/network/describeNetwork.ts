import type {
  AddressStatus,
  NetworkStatus,
  ServiceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import { describeAddresses } from './describeAddresses';
import { describeDisruptionBudgets } from './describeDisruptionBudgets';
import { describeServices } from './describeServices';

function sentenceOf(
  addresses: readonly AddressStatus[],
  services: readonly ServiceStatus[],
): string {
  const down = services.find(({ health }) => health === 'Degraded');
  if (down !== undefined) {
    return `Service ${down.object.name}: ${down.sentence}`;
  }
  if (addresses.length > 0) {
    return addresses[0].sentence;
  }
  return services.length > 0
    ? 'It has no public address: only the cluster reaches it.'
    : 'No Service leads to its pods.';
}

/** How a Deployment is reached. */
export function describeNetwork(context: DeploymentContext): NetworkStatus {
  const addresses = describeAddresses(context);
  const services = describeServices(context);
  return {
    addresses,
    services,
    disruptionBudgets: describeDisruptionBudgets(context),
    sentence: sentenceOf(addresses, services),
  };
}
