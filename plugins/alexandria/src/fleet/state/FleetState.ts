import type { Facet } from './facets';

/** What Deployments are sorted by. */
export const sortColumns = [
  'instance',
  'health',
  'environment',
  'cluster',
  'owner',
  'version',
  'since',
] as const;

export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  column: SortColumn;
  isDescending: boolean;
}

/** What is chosen on the page of the fleet. All of it is in the URL, so that what somebody sees can be sent to another. */
export interface FleetState {
  search: string;
  /** The values that are wanted of each facet, in the order in which they were chosen; any when there is none. */
  wanted: Record<Facet, readonly string[]>;
  sort: Sort;
}

/** The worst first. */
export const DEFAULT_SORT: Sort = { column: 'health', isDescending: true };

export const NOTHING_WANTED: FleetState['wanted'] = {
  ...{ health: [], finding: [], environment: [], cluster: [] },
  ...{ owner: [], version: [], registration: [] },
};

/** Whether all Deployments are shown. */
export const isUnfiltered = ({ search, wanted }: FleetState): boolean =>
  search.trim() === '' &&
  Object.values(wanted).every(values => values.length === 0);
