import { Readable } from 'node:stream';
import type { Entity } from '@backstage/catalog-model';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { listPath } from '../watch/ResourceType';
import type { Transport } from '../watch/Transport';
import { ClusterModel } from './ClusterModel';
import { StatusService } from './StatusService';
import { watchedResources } from './watchedResources';

const ID = 'backstage.io/kubernetes-id';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', annotations },
});

const deployment = (name: string, namespace: string, ready: boolean) => ({
  metadata: {
    name,
    namespace,
    resourceVersion: '1',
    generation: 1,
    labels: { [ID]: 'payments', stage: namespace },
  },
  spec: { paused: !ready, selector: { matchLabels: { app: name } } },
  status: {
    observedGeneration: 1,
    replicas: 1,
    updatedReplicas: 1,
    readyReplicas: 1,
    availableReplicas: 1,
    conditions: [{ type: 'Available', status: 'True' }],
  },
});

const pathOf = (kind: string) =>
  listPath(watchedResources.find(each => each.kind === kind)!);
const deploymentsPath = pathOf('Deployment');

/** A cluster with these Deployments and nothing else but `objects`, by path, in which nothing happens. */
const still = (
  deployments: object[],
  status = 200,
  objects: Record<string, object[]> = { [deploymentsPath]: deployments },
): Transport => ({
  async get(path, { watch }) {
    const list = JSON.stringify({
      kind: 'List',
      metadata: { resourceVersion: '1' },
      items: objects[path] ?? [],
    });
    const body = watch
      ? new Readable({ read() {} })
      : Readable.from([Buffer.from(list)]);
    return { status, headers: {}, body };
  },
});

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => stop.abort());

async function serviceOn(
  clusters: Record<string, Transport>,
  unusable: ConstructorParameters<typeof StatusService>[1] = [],
  clock = new VirtualClock(),
) {
  const models = Object.entries(clusters).map(
    ([name, transport]) => new ClusterModel({ name, transport, clock }),
  );
  models.forEach(model => model.run(stop.signal));
  await clock.advance(5_000);
  return new StatusService(models, unusable);
}

const byId = entity({ [ID]: 'payments' });

describe('StatusService', () => {
  it('says the worst of all Deployments, worst first', async () => {
    const service = await serviceOn({
      north: still([deployment('a', 'dev', true)]),
      south: still([deployment('b', 'prod', false)]),
    });
    const status = service.status(byId);
    expect(status).toMatchObject({
      entityRef: 'component:default/payments',
      health: 'Suspended',
      partial: false,
    });
    expect(
      status?.deployments.map(({ cluster, health }) => [cluster, health]),
    ).toEqual([
      ['south', 'Suspended'],
      ['north', 'Healthy'],
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['its id', { [ID]: 'payments' }, ['a', 'b']],
    ['another id', { [ID]: 'other' }, []],
    [
      'a selector, which goes before an id',
      { [ID]: 'other', 'backstage.io/kubernetes-label-selector': 'stage=dev' },
      ['a'],
    ],
    [
      'a namespace',
      { [ID]: 'payments', 'backstage.io/kubernetes-namespace': 'prod' },
      ['b'],
    ],
    [
      'a cluster',
      { [ID]: 'payments', 'backstage.io/kubernetes-cluster': 'south' },
      [],
    ],
  ])('finds Deployments by %s', async (_, annotations, names) => {
    const service = await serviceOn({
      north: still([
        deployment('a', 'dev', true),
        deployment('b', 'prod', true),
      ]),
      south: still([]),
    });
    const status = service.status(entity(annotations));
    expect(status?.deployments.map(each => each.deployment.name)).toEqual(
      names,
    );
    expect(status?.health).toBe(names.length > 0 ? 'Healthy' : 'Missing');
  });

  it.each<[string, Record<string, string>]>([
    ['none', {}],
    ['an empty id', { [ID]: '' }],
    ['no selector', { 'backstage.io/kubernetes-label-selector': '=' }],
  ])('says nothing of an entity that names %s', async (_, annotations) => {
    const service = await serviceOn({ north: still([]) });
    expect(service.status(entity(annotations))).toBeUndefined();
  });

  it('does not say that nothing runs where it may not look', async () => {
    const service = await serviceOn({
      north: still([]),
      south: still([], 403),
    });
    expect(service.status(byId)).toMatchObject({
      health: 'Unknown',
      partial: true,
      clusters: [
        { name: 'north', condition: 'Current' },
        {
          name: 'south',
          condition: 'Failing',
          message: 'answered with status 403',
        },
      ],
    });
  });

  it('does not say so of clusters that cannot be asked, or of none', async () => {
    const west = {
      name: 'west',
      condition: 'Misconfigured',
      message: 'names no authProvider',
    } as const;
    const service = await serviceOn({ north: still([]) }, [west]);
    expect(service.status(byId)).toMatchObject({
      health: 'Unknown',
      clusters: [{ name: 'north' }, west],
    });
    expect((await serviceOn({})).status(byId)).toMatchObject({
      health: 'Unknown',
      partial: true,
      clusters: [],
    });
  });

  it.each([-3_600_000, 0, 3_600_000])(
    'judges by the clock of the cluster, which is %i ms ahead',
    async ahead => {
      const clock = new VirtualClock();
      const deadline = (minutes: number) =>
        new Date(clock.now() + ahead + minutes * 60_000).toISOString();
      const certificate = (name: string, minutes: number) => ({
        metadata: { name, namespace: 'dev', resourceVersion: '1' },
        spec: { secretName: name },
        status: { notAfter: deadline(minutes) },
      });
      const needing = deployment('a', 'dev', true);
      const container = {
        name: 'api',
        envFrom: ['ended', 'ending'].map(name => ({ secretRef: { name } })),
      };
      const objects = {
        [deploymentsPath]: [
          {
            ...needing,
            spec: {
              ...needing.spec,
              template: { spec: { containers: [container] } },
            },
          },
        ],
        [pathOf('Certificate')]: [
          certificate('ended', -30),
          certificate('ending', 30),
        ],
      };
      const service = await serviceOn(
        {
          north: {
            async get(path, query, signal) {
              const date = new Date(clock.now() + ahead).toUTCString();
              const answer = await still([], 200, objects).get(
                ...([path, query, signal] as const),
              );
              return { ...answer, headers: { date } };
            },
          },
        },
        [],
        clock,
      );
      const [verdict] = service.status(byId)!.deployments;
      expect(
        verdict.findings.map(({ code, object }) => [code, object.name]),
      ).toEqual([
        ['CertificateExpired', 'ended'],
        ['CertificateExpiring', 'ending'],
      ]);
      // Ours, for whoever reads it.
      const age = clock.now() - Date.parse(verdict.observedAt);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThanOrEqual(5_000);
    },
  );

  it('calls a Deployment Healthy only when all of it could be read', async () => {
    const service = await serviceOn({
      north: {
        async get(path, query, signal) {
          const isPods = path === '/api/v1/pods';
          return still([deployment('a', 'dev', true)], isPods ? 403 : 200).get(
            path,
            query,
            signal,
          );
        },
      },
    });
    expect(service.status(byId)).toMatchObject({
      health: 'Unknown',
      partial: true,
      clusters: [{ message: 'answered with status 403: pods' }],
      deployments: [{ health: 'Unknown', lastKnownHealth: 'Healthy' }],
    });
  });

  describe('details', () => {
    const at = { cluster: 'north', namespace: 'dev', name: 'a' };
    const clusters = {
      north: still([
        deployment('a', 'dev', true),
        deployment('b', 'prod', false),
      ]),
      south: still([]),
    };

    it('say of one Deployment what the status says, and more', async () => {
      const service = await serviceOn(clusters);
      const [{ cluster, ...verdict }] =
        service
          .status(byId)
          ?.deployments.filter(({ deployment: { name } }) => name === 'b') ??
        [];
      expect(cluster).toBe('north');
      expect(
        service.details(byId, { ...at, namespace: 'prod', name: 'b' }),
      ).toMatchObject({
        ...verdict,
        health: 'Suspended',
        rollout: { paused: true, sentence: 'The rollout is paused.' },
        pods: [],
        unreadable: [{ part: 'events', reason: 'notRead' }],
      });
    });

    it.each<[string, Record<string, string>, Partial<typeof at>]>([
      ['is not there', { [ID]: 'payments' }, { name: 'c' }],
      ['is in another namespace', { [ID]: 'payments' }, { namespace: 'prod' }],
      ['is in another cluster', { [ID]: 'payments' }, { cluster: 'south' }],
      ['is in no cluster', { [ID]: 'payments' }, { cluster: 'west' }],
      ['is not of the entity', { [ID]: 'other' }, {}],
      ['is of an entity that names none', {}, {}],
      [
        'is where the entity is not',
        { [ID]: 'payments', 'backstage.io/kubernetes-cluster': 'south' },
        {},
      ],
      [
        'is in a namespace that is not the entity’s',
        { [ID]: 'payments', 'backstage.io/kubernetes-namespace': 'prod' },
        {},
      ],
    ])('say nothing of one that %s', async (_, annotations, other) => {
      const service = await serviceOn(clusters);
      expect(
        service.details(entity(annotations), { ...at, ...other }),
      ).toBeUndefined();
    });

    it('are asked of no cluster', async () => {
      let requests = 0;
      const counted: Transport = {
        get(...args) {
          requests += 1;
          return clusters.north.get(...args);
        },
      };
      const service = await serviceOn({ north: counted });
      const before = requests;
      expect(service.details(byId, at)).toBeDefined();
      expect(requests).toBe(before);
    });
  });
});
