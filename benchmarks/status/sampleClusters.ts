import { answer } from '../../e2e/support/Child';
import { entityAt, Size } from './entityAt';
import { CountedCluster, type Placed } from './CountedCluster';
import { PODS, sampleInstance } from './sampleInstance';

/** How many instances of a cluster share one namespace; each of the others has its own. */
const TOGETHER = 20;

const clusters: CountedCluster[] = [];
const pods: Placed[][] = [];

const handlers = {
  /** @returns the URLs of the clusters, and what is in them */
  async start(size: Size) {
    const samples = sampleInstance();
    let objects = 0;
    let podBytes = 0;
    for (let c = 0; c < size.clusters; c++) {
      const cluster = new CountedCluster();
      clusters.push(cluster);
      pods.push([]);
      for (let i = 0; i < size.instances; i++) {
        const entity = entityAt(c, i, size);
        const filling = {
          entity,
          namespace: i < TOGETHER ? 'shared' : `${entity}-prod`,
          release: i < TOGETHER ? entity : 'alexandria',
          number: String(c * size.instances + i).padStart(10, '0'),
        };
        for (const sample of samples) {
          const placed = cluster.add(sample, filling);
          objects += 1;
          if (sample.kind === 'Pod') {
            podBytes += placed.bytes;
            pods[c].push(placed);
          }
        }
      }
    }
    return {
      urls: await Promise.all(clusters.map(cluster => cluster.listen())),
      objects,
      pods: size.clusters * size.instances * PODS,
      podBytes: podBytes / (size.clusters * size.instances * PODS),
    };
  },

  hold: () => clusters.forEach(cluster => cluster.hold()),
  release: () => clusters.forEach(cluster => cluster.release()),
  expire: () => clusters.forEach(cluster => cluster.expire()),
  freeze: (cluster: number) => clusters[cluster].freeze(),
  thaw: (cluster: number) => clusters[cluster].thaw(),
  counts: () => clusters.map(cluster => cluster.takeCounts()),

  /** Breaks or mends the first pod of an instance. @returns when its watches were told */
  change: ({
    cluster,
    instance,
    isBroken,
  }: {
    cluster: number;
    instance: number;
    isBroken: boolean;
  }) => clusters[cluster].change(pods[cluster][instance * PODS], isBroken),
};

export type SampleClusters = typeof handlers;

answer(handlers);
