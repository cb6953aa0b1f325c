import fc from 'fast-check';
import { fleetDeployment, fleetFixture } from '../__fixtures__/fleet';
import { rowKey } from '../words/rowKey';
import { DRIFT, facets, NONE, valuesOf, type Facet } from './facets';
import { DEFAULT_SORT, NOTHING_WANTED, type FleetState } from './FleetState';
import { countFacets, selectDeployments } from './selectDeployments';

const { deployments } = fleetFixture(96);

const stateOf = (
  wanted: Partial<FleetState['wanted']>,
  search = '',
): FleetState => ({
  ...{ search, sort: DEFAULT_SORT },
  wanted: { ...NOTHING_WANTED, ...wanted },
});

const selected = (...of: Parameters<typeof stateOf>) =>
  selectDeployments(deployments, stateOf(...of)).map(rowKey);

const anyValues = (facet: Facet) =>
  fc.subarray([...new Set(deployments.flatMap(of => valuesOf(facet, of)))]);

const anyState = fc
  .record({
    ...{ health: anyValues('health'), finding: anyValues('finding') },
    environment: anyValues('environment'),
    cluster: anyValues('cluster'),
    version: anyValues('version'),
    registration: anyValues('registration'),
  })
  .chain(wanted =>
    fc
      .constantFrom('', 'prod', 'crash', 'nowhere', '0001')
      .map(search => stateOf(wanted, search)),
  );

describe('selectDeployments', () => {
  it('has all while nothing is chosen', () => {
    expect(selectDeployments(deployments, stateOf({}))).toEqual(deployments);
  });

  it('takes one of the values of a facet, and each of the facets', () => {
    fc.assert(
      fc.property(anyState, state => {
        const whole = selectDeployments(deployments, state);
        for (const facet of facets.filter(
          each => state.wanted[each].length > 0,
        )) {
          // What two values give together is what each gives.
          const parts = state.wanted[facet].map(value =>
            selectDeployments(deployments, {
              ...state,
              wanted: { ...state.wanted, [facet]: [value] },
            }),
          );
          expect(new Set(whole)).toEqual(new Set(parts.flat()));
        }
      }),
    );
  });

  it.each([
    ['assistant-00007', 1],
    ['ASSISTANT-00007', 1],
    ['crashlooping  prod', 2],
    ['team-7 v1', 3],
    ['no such thing', 0],
  ])('finds by every word of %j', (search, count) => {
    expect(selected({}, search)).toHaveLength(count);
  });

  it('finds what is not known of one', () => {
    const unknown = fleetDeployment({ environment: undefined });
    expect(
      selectDeployments(
        [...deployments, unknown],
        stateOf({ environment: [NONE] }),
      ),
    ).toEqual([unknown]);
  });

  it('has findings that are not known yet among those of drift, when their codes say so', () => {
    const drifted = fleetDeployment({
      findings: [{ code: 'MeshDrift', severity: 'info', title: 'a title' }],
    });
    expect(
      selectDeployments(
        [fleetDeployment(), drifted],
        stateOf({ finding: [DRIFT] }),
      ),
    ).toEqual([drifted]);
  });
});

describe('countFacets', () => {
  it('counts as many as there would be, were only that value chosen', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...facets), (state, facet) => {
        for (const [value, count] of countFacets(deployments, state)[facet]) {
          const wanted = { ...state.wanted, [facet]: [value] };
          expect([
            value,
            selectDeployments(deployments, { ...state, wanted }).length,
          ]).toEqual([value, count]);
        }
      }),
    );
  });

  it('has what is chosen, though there is none', () => {
    expect(
      countFacets(deployments, stateOf({ cluster: ['gone'] })).cluster,
    ).toEqual(
      new Map([
        ...['eu-west', 'us-east', 'ap-south', 'edge'].map(
          name => [name, 24] as const,
        ),
        ['gone', 0],
      ]),
    );
  });
});
