/**
 * Real tools for tests: found, fetched or built on first use, and cached outside the work tree by version.
 *
 * @packageDocumentation
 */
export { chromium, helm, kubectl } from './tools';
export type { ToolName } from './tools';
export type { Tool } from './Tool';
export { ToolUnavailable } from './ToolUnavailable';
export { run } from './run';
export type { RunOptions, RunResult } from './run';
export { startControlPlane } from './startControlPlane';
export type {
  ApiServerProcess,
  ControlPlane,
  ControlPlaneOptions,
} from './startControlPlane';
export { startToxiproxy } from './startToxiproxy';
export type { Toxic, ToxicLine, Toxiproxy } from './startToxiproxy';
export { checkNginx } from './checkNginx';
export type { NginxVerdict, PrepareNginx } from './checkNginx';
export { startNginx } from './startNginx';
export type { NginxOptions, NginxServer } from './startNginx';
export { startPostgres } from './startPostgres';
export type { PostgresServer } from './startPostgres';
export { freePorts } from './freePorts';
export { startCluster } from './startCluster';
export type { Cluster, ClusterOptions } from './startCluster';
export { startGitea } from './startGitea';
export type { Gitea, GiteaOptions, GiteaRequest } from './startGitea';
export { startHelmServer } from './startHelmServer';
export type { HelmServer, TemplateRequest } from './startHelmServer';
export { startKustomizeServer } from './startKustomizeServer';
export type { KustomizeRequest, KustomizeServer } from './startKustomizeServer';
export type { LineAnswer } from './LineServer';
export { crds } from './crds';
export { openApi } from './openApi';
export type { OpenApi } from './openApi';
export { describeWithTools } from './describeWithTools';
export {
  escapingPaths,
  hostileTexts,
  hostileTrees,
  plainPaths,
  prototypeIsClean,
  refusedDocuments,
  Tally,
} from './hostile';
