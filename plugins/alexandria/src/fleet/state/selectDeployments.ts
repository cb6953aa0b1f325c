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

/** Whether a Deployment has every word that is searched for. */
function isFoundBy(search: string): (of: FleetDeployment) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return of => words.every(word => textOf(of).includes(word));
}

/** The facets of which a Deployment has none of the values that are wanted. */
function unlike({
  wanted,
}: FleetState): (of: FleetDeployment) => readonly Facet[] {
  const chosen = facets
    .filter(facet => wanted[facet].length > 0)
    .map(facet => ({ facet, values: new Set(wanted[facet]) }));
  return of =>
    chosen
      .filter(
        ({ facet, values }) =>
          !valuesOf(facet, of).some(value => values.has(value)),
      )
      .map(({ facet }) => facet);
}

/** Those that have every word that is searched for and, of each facet, one of the values that are wanted. */
export function selectDeployments(
  deployments: readonly FleetDeployment[],
  state: FleetState,
): FleetDeployment[] {
  const isFound = isFoundBy(state.search);
  const unlikeOf = unlike(state);
  return deployments.filter(of => isFound(of) && unlikeOf(of).length === 0);
}

/** How many Deployments there are of each value of each facet. */
export type FacetCounts = Record<Facet, Map<string, number>>;

/**
 * How many Deployments there are of each value of each facet, among those that are wanted by all else: as many as there would be,
 * were only that value chosen of its facet. Values that are chosen and that none has any more count nothing, and are there.
 */
export function countFacets(
  deployments: readonly FleetDeployment[],
  state: FleetState,
): FacetCounts {
  const counts = Object.fromEntries(
    facets.map(facet => [
      facet,
      new Map(state.wanted[facet].map(value => [value, 0])),
    ]),
  ) as FacetCounts;
  const isFound = isFoundBy(state.search);
  const unlikeOf = unlike(state);
  for (const of of deployments.filter(isFound)) {
    const unwanted = unlikeOf(of);
    // What is unwanted for one facet alone would be there, were something else chosen of that.
    const counted = unwanted.length === 0 ? facets : unwanted;
    if (unwanted.length <= 1) {
      for (const facet of counted) {
        for (const value of valuesOf(facet, of)) {
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
}
