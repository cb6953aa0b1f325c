import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { facets, valuesOf, type Facet } from './facets';
import type { FleetState } from './FleetState';

/** What is searched through of each Deployment, which stays the same for as long as that does. */
const texts = new WeakMap<FleetDeployment, string>();

function textOf(of: FleetDeployment): string {
  const known = texts.get(of);
  if (known !== undefined) {
    return known;
  }
  const text = [
    ...[of.entityRef, of.title, of.owner, of.environment, of.cluster],
    ...[of.namespace, of.name, of.version, of.chartVersion, of.health],
    ...of.findings.flatMap(({ code, title }) => [code, title]),
  ]
    .filter(each => each !== undefined)
    .join('\n')
    .toLowerCase();
  texts.set(of, text);
  return text;
}

/** A question for Deployments: whether they are wanted, but for what is chosen of one facet. */
function wantedBut(
  { search, wanted }: FleetState,
  but?: Facet,
): (of: FleetDeployment) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = facets
    .filter(facet => facet !== but && wanted[facet].length > 0)
    .map(facet => [facet, new Set(wanted[facet])] as const);
  return of =>
    chosen.every(([facet, values]) =>
      valuesOf(facet, of).some(value => values.has(value)),
    ) && words.every(word => textOf(of).includes(word));
}

/** Those that have every word that is searched for and, of each facet, one of the values that are wanted. */
export function selectDeployments(
  deployments: readonly FleetDeployment[],
  state: FleetState,
): FleetDeployment[] {
  return deployments.filter(wantedBut(state));
}

/**
 * How many Deployments there are of each value of a facet, among those that are wanted by all else: as many as there would be,
 * were only that value chosen. Values that are chosen and that none has any more count nothing, and are there.
 */
export function countValues(
  deployments: readonly FleetDeployment[],
  state: FleetState,
  facet: Facet,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const of of deployments.filter(wantedBut(state, facet))) {
    for (const value of valuesOf(facet, of)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  for (const value of state.wanted[facet]) {
    counts.set(value, counts.get(value) ?? 0);
  }
  return counts;
}
