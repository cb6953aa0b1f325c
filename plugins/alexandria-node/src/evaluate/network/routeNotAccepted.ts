import { builtInRule } from '../builtInRule';
import { routeHealth, routeParents } from '../health/conditions';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { routesOf } from './services';

/** How long a Gateway may take to look at a route. */
const ACCEPT_MS = 2 * 60_000;

/** A Gateway refuses the route, cannot resolve what it names, or none has looked at it. */
export const routeNotAccepted = builtInRule(
  'RouteNotAccepted',
  function* check(context) {
    for (const route of routesOf(context)) {
      const { health, reason, message } = routeHealth(route, context.now);
      const ignored =
        routeParents(route).length === 0 &&
        (route.createdAt === undefined ||
          context.now - route.createdAt >= ACCEPT_MS);
      if (health === 'Degraded' || ignored) {
        yield {
          object: referenceTo(route),
          title: ignored
            ? `No Gateway has taken route ${route.name}`
            : `Route ${route.name} is not accepted`,
          cause: withMessage(
            ignored
              ? 'status.parents says nothing of its latest generation'
              : reason,
            message,
          ),
          evidence: { reason, message },
          remedy: `${kubectl(
            route,
            ...['describe', 'httproute', route.name],
          )}; correct httpRoute.parentRefs and httpRoute.hostnames in the values`,
        };
      }
    }
  },
);
