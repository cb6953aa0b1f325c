import { Readable } from 'node:stream';
import { ClusterModel } from '../status/ClusterModel';
import { watchedResources } from '../status/watchedResources';
import { VirtualClock } from '../watch/__testUtils__/VirtualClock';
import { listPath } from '../watch/ResourceType';
import type { Transport } from '../watch/Transport';

const metadata = (name: string) => ({
  ...{ name, namespace: 'dev', resourceVersion: '1' },
  creationTimestamp: '2025-12-31T00:00:00Z',
  labels: { app: 'a' },
});

const volumes = [
  { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
];

const objects: Record<string, object[]> = {
  Deployment: [
    {
      metadata: metadata('a'),
      spec: {
        selector: { matchLabels: { app: 'a' } },
        template: { metadata: { labels: { app: 'a' } }, spec: { volumes } },
      },
    },
  ],
  PersistentVolumeClaim: [
    {
      metadata: metadata('data'),
      spec: { storageClassName: 'fast' },
      status: { phase: 'Pending' },
    },
  ],
};

const FAILED = 'storage class "fast" has no provisioner';

const events = [
  {
    metadata: metadata('data.1'),
    involvedObject: {
      kind: 'PersistentVolumeClaim',
      ...{ namespace: 'dev', name: 'data' },
    },
    ...{ type: 'Warning', reason: 'ProvisioningFailed', message: FAILED },
    lastTimestamp: '2026-01-01T00:00:00Z',
  },
];

const kindAt = new Map(
  watchedResources.map(type => [listPath(type), type.kind]),
);

describe('a model of a cluster', () => {
  it('says what events tell of an object that does not look well, and asks for none when it is asked', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const asked: string[] = [];
    const transport: Transport = {
      async get(path, { watch, fieldSelector }) {
        if (fieldSelector) {
          asked.push(fieldSelector);
        }
        const about = fieldSelector?.includes('name=data') ? events : [];
        const list = {
          kind: 'List',
          metadata: { resourceVersion: '1' },
          items: objects[kindAt.get(path) ?? ''] ?? about,
        };
        const body = watch
          ? new Readable({ read() {} })
          : Readable.from([Buffer.from(JSON.stringify(list))]);
        return { status: 200, headers: {}, body };
      },
    };
    const model = new ClusterModel({
      ...{ name: 'north', transport, clock, random: () => 0.5 },
    });
    model.run(stop.signal);
    await clock.advance(5_000);
    const before = model.details('dev', 'a');
    expect(before?.unreadable).toContainEqual(
      expect.objectContaining({ part: 'events', reason: 'notRead' }),
    );
    expect(asked).toEqual([]);

    await clock.advance(40_000);
    const already = asked.length;
    expect(asked).toContain(
      'involvedObject.kind=PersistentVolumeClaim,involvedObject.name=data',
    );
    const [verdict] = model.said.of('dev');
    const details = model.details('dev', 'a');
    expect(verdict.findings).toContainEqual(
      expect.objectContaining({
        code: 'VolumeClaimPending',
        evidence: { reason: 'ProvisioningFailed', message: FAILED },
      }),
    );
    expect(details?.events).toMatchObject([
      { object: { name: 'data' }, reason: 'ProvisioningFailed' },
    ]);
    // Only those about what does not look well are read.
    expect(details?.unreadable).toMatchObject([
      { part: 'events', reason: 'notRead' },
    ]);
    await clock.settle();
    expect(asked).toHaveLength(already);
    stop.abort();
  });
});
