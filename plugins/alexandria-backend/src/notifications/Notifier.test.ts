/** @jest-environment node */
import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { StatusService } from '../status/StatusService';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { Notifier } from './Notifier';
import { ToldStore } from './ToldStore';

const instance = (name: string, owner?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    tags: ['alexandria'],
    annotations: { 'backstage.io/kubernetes-id': name },
  },
  relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
});

const MINUTE = 60_000;

const OPTIONS = {
  severities: ['critical' as const],
  times: {
    ...{ unhealthyAfterMs: 2 * MINUTE, recoveredAfterMs: 2 * MINUTE },
    ...{ quietPeriodMs: 10 * MINUTE, maxStepMs: 2 * MINUTE },
  },
};

describe('Notifier', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let clock: VirtualClock;
  let store: ToldStore;
  let entities: Entity[];
  /** By entity. */
  let healths: Map<string, InstanceStatus['health']>;
  let sent: NotificationSendOptions[];
  let isAway: boolean;
  let attempts = 0;
  let logger: ReturnType<typeof mockServices.logger.mock>;
  let notifier: Notifier;

  const status: Pick<StatusService, 'status'> = {
    status: ({ metadata: { name } }) => {
      const health = healths.get(name) ?? 'Healthy';
      return {
        ...{ entityRef: `component:default/${name}`, health, partial: false },
        clusters: [{ name: 'north', condition: 'Current' }],
        deployments: [
          {
            cluster: 'north',
            deployment: { kind: 'Deployment', namespace: 'prod', name },
            ...{ health, sentence: `${name} is ${health}`, stale: false },
            ...{
              observedAt: '2026-11-28T12:00:00Z',
              secrets: [],
              findings: [],
            },
          },
        ],
      };
    },
  };
  const create = () =>
    new Notifier(
      {
        ...{ clock, logger, store, status: status as StatusService },
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        notifications: {
          send: async options => {
            attempts += 1;
            if (isAway) {
              throw new Error('Request failed with status 404');
            }
            sent.push(options);
          },
        },
      },
      OPTIONS,
    );
  const look = async (times = 1) => {
    for (let time = 0; time < times; time++) {
      await clock.advance(MINUTE);
      await notifier.look(new AbortController().signal);
    }
  };
  const titles = () => sent.map(({ payload }) => payload.title);

  beforeEach(async () => {
    const client = await databases.init('SQLITE_3');
    store = await ToldStore.create({ getClient: async () => client });
    clock = new VirtualClock();
    entities = [instance('a', 'group:default/team')];
    [healths, sent, isAway] = [new Map(), [], false];
    logger = mockServices.logger.mock();
    notifier = create();
  });

  it('tells the owner of what has lasted, once', async () => {
    healths.set('a', 'Degraded');
    await look(2);
    expect(titles()).toEqual([]);
    await look(10);
    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['group:default/team'] },
        payload: expect.objectContaining({
          title: 'a in north/prod: a is Degraded',
        }),
      },
    ]);
  });

  it('goes on where another process ended', async () => {
    healths.set('a', 'Degraded');
    await look(2);
    notifier = create();
    await look(1);
    notifier = create();
    await look(10);
    expect(titles()).toHaveLength(1);
  });

  it('says once that it cannot send, and sends when it can', async () => {
    isAway = true;
    healths.set('a', 'Degraded');
    await look(10);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /component:default\/a .*notifications plugin.*404/,
        ),
      ],
    ]);
    isAway = false;
    await look(10);
    expect(titles()).toHaveLength(1);
  });

  it('does not go through all instances for a backend that is not there', async () => {
    entities = Array.from({ length: 30 }, (_, index) =>
      instance(`i${index}`, 'group:default/team'),
    );
    entities.forEach(({ metadata }) => healths.set(metadata.name, 'Degraded'));
    notifier = create();
    await look(2);
    isAway = true;
    attempts = 0;
    await look(1);
    expect(attempts).toBeLessThan(10);
    isAway = false;
    await look(1);
    expect(titles()).toHaveLength(30);
  });

  it('waits for an owner', async () => {
    entities = [instance('a')];
    notifier = create();
    healths.set('a', 'Degraded');
    await look(5);
    expect(titles()).toEqual([]);
    entities = [instance('a', 'user:default/ada')];
    notifier = create();
    await look(1);
    expect(titles()).toHaveLength(1);
  });

  it('forgets what is no instance any more', async () => {
    await look(1);
    expect([...(await store.read()).keys()]).toEqual(['component:default/a']);
    entities = [instance('b', 'group:default/team')];
    notifier = create();
    await look(1);
    expect([...(await store.read()).keys()]).toEqual(['component:default/b']);
  });

  it('writes nothing while nothing changes', async () => {
    await look(1);
    const write = jest.spyOn(store, 'write');
    await look(3);
    expect(write).not.toHaveBeenCalled();
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(notifier.look(stop.signal)).rejects.toThrow('abort');
  });
});
