import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';

/** What Deployments are filtered by. */
export const facets = [
  'health',
  'finding',
  'environment',
  'cluster',
  'owner',
  'version',
  'registration',
] as const;

export type Facet = (typeof facets)[number];

/** The value for Deployments of which a facet is not known. */
export const NONE = '';

/** Findings that say that what runs is not what was asked for: their codes end so. As a value it stands for all of them. */
export const DRIFT = 'Drift';

const isDrift = (code: string) => code.endsWith(DRIFT);

/** The values that a Deployment has of a facet: several of findings, and none where it has none. */
export function valuesOf(facet: Facet, of: FleetDeployment): string[] {
  switch (facet) {
    case 'health':
      return [of.health];
    case 'finding': {
      const codes = of.findings.map(({ code }) => code);
      return codes.some(isDrift) ? [...new Set([...codes, DRIFT])] : codes;
    }
    case 'registration':
      return [of.discovered ? 'discovered' : 'registered'];
    default:
      return [of[facet] ?? NONE];
  }
}
