import fc from 'fast-check';
import { facets } from './facets';
import {
  DEFAULT_SORT,
  NOTHING_WANTED,
  sortColumns,
  type FleetState,
} from './FleetState';
import { parseFleetState, printFleetState } from './fleetUrl';

/** Text that a URL can hold: no half of a surrogate pair. */
const text = fc.string({ unit: 'grapheme' });

const values = fc.uniqueArray(text);

const state: fc.Arbitrary<FleetState> = fc.record({
  search: text,
  wanted: fc.record({
    ...{ health: values, finding: values, environment: values },
    ...{ cluster: values, owner: values, version: values },
    registration: values,
  }),
  sort: fc.record({
    column: fc.constantFrom(...sortColumns),
    isDescending: fc.boolean(),
  }),
});

const own = new Set<string>(['q', 'sort', ...facets]);
const foreign = fc
  .array(fc.tuple(text, text))
  .map(entries => entries.filter(([name]) => !own.has(name)));

describe('the URL', () => {
  it('gives back every state, and leaves alone what is not the page’s', () => {
    fc.assert(
      fc.property(state, state, foreign, (first, second, others) => {
        const url = new URLSearchParams(others);
        const printed = printFleetState(second, printFleetState(first, url));
        const parsed = new URLSearchParams(printed.toString());
        expect(parseFleetState(parsed)).toEqual(second);
        expect([...parsed].filter(([name]) => !own.has(name))).toEqual([
          ...new URLSearchParams(url.toString()),
        ]);
      }),
    );
  });

  it('is empty while nothing is chosen', () => {
    expect(
      printFleetState({
        ...{ search: '', wanted: NOTHING_WANTED, sort: DEFAULT_SORT },
      }).toString(),
    ).toBe('');
  });

  it.each([
    ['q=pay&health=Degraded&health=Unknown&sort=-since', 'as it was written'],
    ['environment=', 'for those of which it is not known'],
  ])('can be read: %s, %s', query => {
    expect(
      printFleetState(parseFleetState(new URLSearchParams(query))).toString(),
    ).toBe(query);
  });

  it.each(['sort=', 'sort=-', 'sort=replicas', 'sort=--since'])(
    'with %s is sorted as without',
    query => {
      expect(parseFleetState(new URLSearchParams(query)).sort).toEqual(
        DEFAULT_SORT,
      );
    },
  );
});
