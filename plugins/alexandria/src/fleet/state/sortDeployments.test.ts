import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import fc from 'fast-check';
import { fleetDeployment, fleetFixture } from '../__fixtures__/fleet';
import { rowKey } from '../words/rowKey';
import { sortColumns, type SortColumn } from './FleetState';
import { sortDeployments } from './sortDeployments';

const named = (name: string, more: Partial<FleetDeployment> = {}) =>
  fleetDeployment({ entityRef: `component:default/${name}`, ...more });

const sorted = (
  of: FleetDeployment[],
  column: SortColumn,
  isDescending = false,
) =>
  sortDeployments(of, { column, isDescending }).map(
    ({ entityRef }) => entityRef.split('/')[1],
  );

describe('sortDeployments', () => {
  it('has the worst health first when it descends, as health is ranked everywhere', () => {
    const of = (
      ['Healthy', 'Degraded', 'Missing', 'Unknown', 'Progressing'] as const
    ).map(health => named(health, { health }));
    expect(sorted(of, 'health', true)).toEqual([
      ...['Degraded', 'Unknown', 'Missing', 'Progressing', 'Healthy'],
    ]);
  });

  it('takes numbers in text for numbers', () => {
    const of = ['v1.10.0', 'v1.9.0', 'v1.2.0'].map(version =>
      named(version, { version }),
    );
    expect(sorted(of, 'version')).toEqual(['v1.2.0', 'v1.9.0', 'v1.10.0']);
  });

  it('has what has been so for the shortest time first', () => {
    const of = [
      named('old', { since: '2026-01-01T00:00:00Z' }),
      named('new', { since: '2026-02-01T00:00:00Z' }),
    ];
    expect(sorted(of, 'since')).toEqual(['new', 'old']);
  });

  it.each([false, true])(
    'has what is not known last, descending or not: %p',
    isDescending => {
      const of = [
        named('b', { environment: undefined }),
        named('a', { environment: undefined }),
        named('c', { environment: 'prod' }),
      ];
      expect(sorted(of, 'environment', isDescending)).toEqual(['c', 'a', 'b']);
    },
  );

  it('does not depend on the order before', () => {
    const { deployments } = fleetFixture(40);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(deployments, { minLength: 40 }),
        fc.constantFrom(...sortColumns),
        fc.boolean(),
        (shuffled, column, isDescending) => {
          const sort = { column, isDescending };
          expect(sortDeployments(shuffled, sort).map(rowKey)).toEqual(
            sortDeployments(deployments, sort).map(rowKey),
          );
        },
      ),
    );
  });
});
