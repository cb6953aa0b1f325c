import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of an instance, below that of its entity. */
export const instanceRouteRef = createRouteRef();
