import { north } from './north';
import type { SampleInstance } from './SampleInstance';
import { south } from './south';

/** What the sample clusters are called. */
export type SampleClusterName = 'north' | 'south';

/** The sample clusters, and what runs in them when they start. */
export const sampleClusters: readonly {
  name: SampleClusterName;
  instances: readonly SampleInstance[];
}[] = [
  { name: 'north', instances: north },
  { name: 'south', instances: south },
];
