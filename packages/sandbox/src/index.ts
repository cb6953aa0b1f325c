/**
 * A git host and Kubernetes clusters on loopback for development.
 *
 * @packageDocumentation
 */
export { sandboxPlugin as default } from './plugin';
export {
  startGitHost,
  type GitHost,
  type GitHostOptions,
} from './startGitHost';
export { ApiClient } from './kubernetes/ApiClient';
export { EVERYTHING } from './kubernetes/api/Identity';
export { resourceOfKind } from './kubernetes/objects/resources';
export { SampleCluster } from './kubernetes/SampleCluster';
export {
  sampleClusters,
  type SampleClusterName,
} from './kubernetes/samples/sampleClusters';
export {
  startSampleClusters,
  type SampleClusters,
  type SampleClustersOptions,
} from './kubernetes/startSampleClusters';
