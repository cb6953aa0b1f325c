import type { Rule } from '../Rule';
import { disruptionBudgetBlocksDrains } from './disruptionBudgetBlocksDrains';
import { ingressWithoutAddress } from './ingressWithoutAddress';
import { loadBalancerPending } from './loadBalancerPending';
import { routeNotAccepted } from './routeNotAccepted';
import { serviceWithoutEndpoints } from './serviceWithoutEndpoints';

export const networkRules: readonly Rule[] = [
  disruptionBudgetBlocksDrains,
  serviceWithoutEndpoints,
  loadBalancerPending,
  ingressWithoutAddress,
  routeNotAccepted,
];
