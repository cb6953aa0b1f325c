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

const deploymentsPath = listPath(
  watchedResources.find(({ kind }) => kind === 'Deployment')!,
);

/** A cluster with these Deployments and nothing else, in which nothing happens. */
const still = (deployments: object[], status = 200): Transport => ({
  async get(path, { watch }) {
    const list = JSON.stringify({
      kind: 'List',
      metadata: { resourceVersion: '1' },
      items: path === deploymentsPath ? deployments : [],
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
) {
  const clock = new VirtualClock();
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
});
