import path from 'path';
import { Child } from '../../e2e/support/Child';
import type { Counts } from './CountedCluster';
import { entityAt, type Size } from './entityAt';
import type { SampleClusters } from './sampleClusters';
import { until } from './RunningPortal';

const KINDS = [
  'lists',
  'watches',
  'heartbeats',
  'absent',
  'watchSeconds',
] as const;

/** An entity, and where it runs first. */
export interface Sample {
  name: string;
  cluster: number;
  instance: number;
}

/** The sample clusters, in a process of their own. */
export class Fleet {
  readonly #child: Child<SampleClusters>;
  readonly size: Size;
  readonly urls: string[];
  readonly pods: number;
  /** Bytes of JSON, on average. */
  readonly podBytes: number;
  readonly ask: Child<SampleClusters>['ask'];

  private constructor(
    child: Child<SampleClusters>,
    size: Size,
    started: { urls: string[]; pods: number; podBytes: number },
  ) {
    this.#child = child;
    this.size = size;
    this.urls = started.urls;
    this.pods = started.pods;
    this.podBytes = started.podBytes;
    this.ask = child.ask.bind(child);
  }

  static async start(size: Size): Promise<Fleet> {
    const child = new Child<SampleClusters>(
      path.join(__dirname, 'sampleClusters.ts'),
      { flags: ['--max-old-space-size=8192'], logLevel: 'error' },
    );
    return new Fleet(child, size, await child.ask('start', size));
  }

  /**
   * @param from - number of the first instance
   * @returns so many entities, evenly from all clusters
   */
  samples(count: number, from: number, step: number): Sample[] {
    const homes = Math.ceil(this.size.clusters / 4);
    return Array.from({ length: count }, (_, index) => {
      const cluster = index % homes;
      const instance = from + Math.floor(index / homes) * step;
      return {
        cluster,
        instance,
        name: entityAt(cluster, instance, this.size),
      };
    });
  }

  /** @returns what all clusters were asked since they were counted last */
  async counts(): Promise<Counts> {
    const each = await this.ask('counts');
    const all = each.map(counts => KINDS.map(kind => counts[kind]));
    const [lists, watches, heartbeats, absent, watchSeconds] = KINDS.map(
      (_, kind) => all.reduce((sum, counts) => sum + counts[kind], 0),
    );
    return { lists, watches, heartbeats, absent, watchSeconds };
  }

  /** Waits until every kind of every cluster is watched anew. @returns what was asked meanwhile */
  async whenWatched(kinds: number): Promise<Counts> {
    const sum: Counts = await this.counts();
    await until('everything is watched', async () => {
      const more = await this.counts();
      KINDS.forEach(kind => {
        sum[kind] += more[kind];
      });
      return sum.watches >= kinds * this.size.clusters;
    });
    return sum;
  }

  stop() {
    return this.#child.stop();
  }
}
