import { facets } from './facets';
import {
  DEFAULT_SORT,
  sortColumns,
  type FleetState,
  type Sort,
  type SortColumn,
} from './FleetState';

const SEARCH = 'q';
const SORT = 'sort';
const DESCENDING = '-';

function parseSort(text: string | null): Sort {
  const isDescending = text?.startsWith(DESCENDING) ?? false;
  const name = isDescending ? text?.slice(DESCENDING.length) : text;
  const column = sortColumns.find(each => each === name);
  return column ? { column, isDescending } : DEFAULT_SORT;
}

const printSort = ({ column, isDescending }: Sort) =>
  `${isDescending ? DESCENDING : ''}${column satisfies SortColumn}`;

/** Reads what is chosen from the query of a URL. What is not understood is as if it were not there. */
export function parseFleetState(params: URLSearchParams): FleetState {
  return {
    search: params.get(SEARCH) ?? '',
    wanted: Object.fromEntries(
      facets.map(facet => [facet, [...new Set(params.getAll(facet))]]),
    ) as unknown as FleetState['wanted'],
    sort: parseSort(params.get(SORT)),
  };
}

/**
 * Writes what is chosen into the query of a URL, in which everything else stays. What is not chosen is not there.
 *
 * @returns another query
 */
export function printFleetState(
  { search, wanted, sort }: FleetState,
  before = new URLSearchParams(),
): URLSearchParams {
  const after = new URLSearchParams(before);
  [SEARCH, SORT, ...facets].forEach(name => after.delete(name));
  if (search !== '') {
    after.set(SEARCH, search);
  }
  for (const facet of facets) {
    wanted[facet].forEach(value => after.append(facet, value));
  }
  if (printSort(sort) !== printSort(DEFAULT_SORT)) {
    after.set(SORT, printSort(sort));
  }
  return after;
}
