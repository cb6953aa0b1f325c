import {
  kubernetesAnnotations,
  type ClusterCondition,
  type Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { fleetOf, type FleetCluster } from './fleetOf';
import type { VerdictInShort } from './verdictInShort';

const ID = kubernetesAnnotations.id;

const entity = (name: string, more: Record<string, string> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations: { [ID]: name, ...more } },
  spec: { owner: 'team', lifecycle: 'production' },
});

const verdict = (
  namespace: string,
  name: string,
  health: Health,
): VerdictInShort => ({
  ...{ namespace, name, health, stale: false, findings: [] },
  secrets: { needed: 0, troubled: 0, unknown: 0 },
});

/** A cluster with Deployments, as `namespace/name` and the id in their label. */
function clusterOf(
  name: string,
  ids: Record<string, string>,
  options: {
    condition?: ClusterCondition;
    missing?: Record<string, [string, string]>;
    /** Namespaces of which nothing has been said; of none when omitted. */
    unsaid?: string[];
  } = {},
): FleetCluster {
  const { condition = 'Current', missing = {}, unsaid = [] } = options;
  const deployments = Object.entries(ids).map(([place, id]) => {
    const [namespace, deployment] = place.split('/');
    return { namespace, name: deployment, labels: { [ID]: id } };
  });
  const inShort = (namespace: string) => [
    ...deployments
      .filter(each => each.namespace === namespace)
      .map(each => verdict(namespace, each.name, 'Healthy')),
    ...Object.values(missing)
      .filter(([where]) => where === namespace)
      .map(([, each]) => verdict(namespace, each, 'Missing')),
  ];
  return {
    name,
    deployments: () => ({ cluster: { name, condition }, deployments }),
    missing: entityRef =>
      new Map(
        Object.entries(missing)
          .filter(([ref]) => ref === entityRef)
          .map(([, [namespace, each]]) => [namespace, new Set([each])]),
      ),
    said: {
      saidInShort: namespace =>
        unsaid.includes(namespace) ? undefined : inShort(namespace),
      inShort,
    },
  };
}

/** `entity cluster/namespace/name health` of each line. */
async function told(
  entities: Entity[],
  clusters: FleetCluster[],
  unusable: string[] = [],
) {
  const lines = await fleetOf(entities, clusters, unusable);
  return lines.map(({ entityRef, cluster, namespace, name, health }) =>
    [
      entityRef.split('/')[1],
      cluster && [cluster, namespace, name].join('/'),
      health,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

describe('fleetOf', () => {
  it('has a line for each Deployment of each entity, and none for what is nobody’s', async () => {
    expect(
      await told(
        [entity('b'), entity('a')],
        [
          clusterOf('south', { 'dev/x': 'a', 'dev/y': 'other' }),
          clusterOf('north', { 'prod/x': 'a', 'dev/y': 'b', 'dev/x': 'a' }),
        ],
      ),
    ).toEqual([
      'a north/dev/x Healthy',
      'a north/prod/x Healthy',
      'a south/dev/x Healthy',
      'b north/dev/y Healthy',
    ]);
  });

  it('has two lines for a Deployment that is of two entities', async () => {
    const second = entity('second', { [ID]: 'first' });
    expect(
      await told(
        [entity('first'), second],
        [clusterOf('north', { 'dev/x': 'first' })],
      ),
    ).toEqual(['first north/dev/x Healthy', 'second north/dev/x Healthy']);
  });

  it('has a line for what should be there and is not, of that entity alone', async () => {
    const cluster = clusterOf(
      'north',
      { 'dev/x': 'a' },
      { missing: { 'component:default/b': ['dev', 'y'] } },
    );
    expect(await told([entity('a'), entity('b')], [cluster])).toEqual([
      'a north/dev/x Healthy',
      'b north/dev/y Missing',
    ]);
  });

  const inNorth = entity('a', { [kubernetesAnnotations.cluster]: 'north' });
  const nowhere = entity('a', { [kubernetesAnnotations.cluster]: 'x' });
  const retired = { ...entity('a'), spec: { lifecycle: 'retired' } };
  it.each<[string, Entity, ClusterCondition, string[], string[]]>([
    ['every cluster is known', entity('a'), 'Current', [], ['a Missing']],
    ['one is not', entity('a'), 'Failing', [], ['a Unknown']],
    ['one is being read', entity('a'), 'Starting', [], ['a Unknown']],
    ['one cannot be watched', entity('a'), 'Current', ['w'], ['a Unknown']],
    [
      'the only one that it may be in is',
      inNorth,
      'Current',
      ['w'],
      ['a Missing'],
    ],
    ['none has the name that it gives', nowhere, 'Current', [], ['a Unknown']],
    ['it is retired', retired, 'Current', [], []],
    ['it is retired, and may run', retired, 'Failing', [], ['a Unknown']],
    [
      'it does not say what is its own',
      entity('a', { [ID]: '' }),
      'Current',
      [],
      [],
    ],
  ])(
    'says of one of which nothing is known, where %s',
    async (_, of, condition, unusable, expected) => {
      expect(
        await told([of], [clusterOf('north', {}, { condition })], unusable),
      ).toEqual(expected);
    },
  );

  it.each<[string, number, string[], number]>([
    ['something has been said of both', 2, [], 0],
    ['nothing has been said of one', 2, ['n1'], 1],
    ['something has been said of hundreds', 250, [], 2],
  ])('lets others go on where %s', async (_, namespaces, unsaid, expected) => {
    let turns = 0;
    const ids = Array.from(
      { length: namespaces },
      (__, index) => [`n${index}/x`, 'a'] as const,
    );
    const lines = await fleetOf(
      [entity('a')],
      [clusterOf('north', Object.fromEntries(ids), { unsaid })],
      [],
      {
        turn: async () => {
          turns += 1;
        },
      },
    );
    expect(lines).toHaveLength(namespaces);
    expect(turns).toBe(expected);
  });
});
