import { createRouteRef } from '@backstage/core-plugin-api';

/** The page of the fleet. */
export const fleetRouteRef = createRouteRef({ id: 'alexandria:fleet' });
