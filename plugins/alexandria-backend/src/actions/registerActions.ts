import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionServices } from './ActionServices';
import { registerExplainFinding } from './explainFinding';
import { registerGetInstanceStatus } from './getInstanceStatus';
import { registerListUnhealthyInstances } from './listUnhealthyInstances';

/**
 * Offers what is said of instances to the portal's MCP server, its CLI and other plugins. Each answers whoever asks with
 * their own credentials.
 */
export function registerActions(
  registry: Pick<ActionsRegistryService, 'register'>,
  services: ActionServices,
) {
  registerExplainFinding(registry, services);
  registerGetInstanceStatus(registry, services);
  registerListUnhealthyInstances(registry, services);
}
