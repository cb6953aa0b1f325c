import {
  EVERYTHING,
  resourceOfKind,
  SampleCluster,
} from '@alexandriaproject/sandbox';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import type { Filling, SampleObject } from './sampleInstance';

/** What was asked of a cluster since it was last counted. */
export interface Counts {
  lists: number;
  watches: number;
  /** `/version`. */
  heartbeats: number;
  /** Of kinds that the cluster does not have. */
  absent: number;
  /** Seconds that the watches were to last, all together. */
  watchSeconds: number;
}

/** What the portals show to be let in. */
export const TOKEN = 'sample';

/** An object of the cluster, and what is filled into its text. */
export interface Placed {
  sample: SampleObject;
  filling: Omit<Filling, 'resourceVersion'>;
  /** Of its JSON, in bytes. */
  bytes: number;
}

const none = (): Counts => ({
  ...{ lists: 0, watches: 0, heartbeats: 0, absent: 0, watchSeconds: 0 },
});

/** A sample cluster whose requests are counted, and whose objects are texts that nobody has to write anew for a list. */
export class CountedCluster {
  #counts = none();
  readonly #cluster = new SampleCluster({
    identities: [{ token: TOKEN, username: 'portal', rules: EVERYTHING }],
    onRequest: ({ pathname, query, target, verb }) => {
      if (pathname === '/version') {
        this.#counts.heartbeats += 1;
      } else if (!target) {
        this.#counts.absent += 1;
      } else if (verb === 'watch') {
        this.#counts.watches += 1;
        this.#counts.watchSeconds += Number(query.get('timeoutSeconds'));
      } else {
        this.#counts.lists += 1;
      }
    },
  });

  /** @returns its URL */
  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      this.#cluster.handle(request, response);
    });
    server.keepAliveTimeout = 60_000;
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  add(sample: SampleObject, filling: Placed['filling']): Placed {
    return {
      sample,
      filling,
      bytes: this.#write(sample, filling, sample.text),
    };
  }

  /** @returns when the watches were told, in milliseconds since the epoch */
  change({ sample, filling }: Placed, isBroken: boolean): number {
    this.#write(sample, filling, isBroken ? sample.broken! : sample.text);
    return performance.timeOrigin + performance.now();
  }

  /** @returns bytes of JSON */
  #write(
    sample: SampleObject,
    filling: Placed['filling'],
    text: SampleObject['text'],
  ): number {
    const { kind, apiVersion, labels, name } = sample;
    const written = this.#cluster.objects.store.putText(
      resourceOfKind(kind),
      {
        ...{ kind, apiVersion, namespace: filling.namespace },
        ...{ name: name(filling), labels: labels(filling) },
      },
      resourceVersion => text({ ...filling, resourceVersion }),
    );
    return Buffer.byteLength(written.text);
  }

  /** Ends every watch as etcd's compaction does, so that everything is listed anew. */
  expire() {
    this.#cluster.compact();
  }

  /** Lists are answered only once {@link release} is called. */
  hold() {
    this.#cluster.setFaults([{ fault: 'hold', verbs: ['list'] }]);
  }

  release() {
    this.#cluster.setFaults([]);
  }

  /** Nothing is answered any more, and no connection ends. */
  freeze() {
    this.#cluster.setFaults([{ fault: 'freeze' }]);
  }

  /** As after a restart: whoever had a connection has none. */
  thaw() {
    this.#cluster.setFaults([]);
  }

  takeCounts(): Counts {
    const counts = this.#counts;
    this.#counts = none();
    return counts;
  }
}
