import type { KubernetesObject } from '../objects/KubernetesObject';
import { listAt } from '../objects/read';

/** How long a controller may take to publish an address. */
const ADDRESS_MS = 2 * 60_000;

/** Whether an object has waited longer for an address than that takes. */
export const lacksAddress = (
  { json, createdAt }: KubernetesObject,
  now: number,
): boolean =>
  listAt(json, 'status', 'loadBalancer', 'ingress').length === 0 &&
  (createdAt === undefined || now - createdAt >= ADDRESS_MS);
