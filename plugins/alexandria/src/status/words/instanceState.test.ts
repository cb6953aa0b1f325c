import type { ClusterCondition } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { entityOf } from '../__fixtures__/entities';
import { deployment } from '../__fixtures__/deployments';
import { Moment } from '../__fixtures__/Moment';
import { emptyState, isAnnotated, type EmptyState } from './instanceState';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));

const status = (conditions: ClusterCondition[]) => ({
  entityRef: 'component:default/a',
  health: 'Missing' as const,
  partial:
    conditions.length === 0 || conditions.some(each => each !== 'Current'),
  clusters: conditions.map((condition, index) => ({
    name: String(index),
    condition,
  })),
  deployments: [],
});

describe('emptyState', () => {
  it.each<[ClusterCondition[], string, EmptyState]>([
    [[], 'production', 'noCluster'],
    [['Starting'], 'production', 'starting'],
    [['Current', 'Starting'], 'production', 'starting'],
    [['Starting', 'Failing'], 'production', 'unreachable'],
    [['Current', 'Misconfigured'], 'production', 'unreachable'],
    [['Failing'], 'deprecated', 'unreachable'],
    [['Current'], 'production', 'notDeployed'],
    [['Current'], 'deprecated', 'retired'],
    [['Current'], 'retired', 'retired'],
  ])('of clusters %j in lifecycle %s', (conditions, lifecycle, state) => {
    expect(emptyState(status(conditions), entityOf('a', { lifecycle }))).toBe(
      state,
    );
  });

  it('is none when something runs', () => {
    const runs = {
      ...status(['Failing']),
      deployments: [deployment(at, 'dev')],
    };
    expect(emptyState(runs, entityOf('a'))).toBeUndefined();
  });
});

describe('isAnnotated', () => {
  it.each([
    [{}, false],
    [{ 'backstage.io/kubernetes-id': '' }, false],
    [{ 'backstage.io/kubernetes-namespace': 'a' }, false],
    [{ 'backstage.io/kubernetes-id': 'a' }, true],
    [{ 'backstage.io/kubernetes-label-selector': 'app=a' }, true],
  ])('with %j', (annotations: Record<string, string>, annotated) => {
    expect(isAnnotated(entityOf('a', { annotations }))).toBe(annotated);
  });
});
