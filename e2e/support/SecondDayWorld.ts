import {
  startCluster,
  startGitea,
  type Cluster,
  type Gitea,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import os from 'os';
import path from 'path';
import { clusterEntry, must } from './clusterEntry';
import { clone } from './deployment';
import { GitHostApi } from './GitHostApi';
import { helmCommand } from './helmCommand';
import { startPortal, type Portal } from './portal';
import { sampleCluster } from './sampleCluster';

const CREDENTIALS = { username: 'portal', password: 'of-this-test' };

const DRIFT = { 'alexandria.drift': { enabled: true } };

const DRIFT_READER = path.join(
  __dirname,
  '../../plugins/alexandria-backend/rbac/drift.yaml',
);

/** Who edits by hand, as the managed fields name it. */
export const EDITOR = 'alice';

/** What a Deployment is called whose release has the name that the README gives it. */
export const DEPLOYMENT = 'alexandria';

/** A portal, the git host that it publishes to and the cluster that it watches. */
export interface SecondDayWorld {
  portal: Portal;
  git: GitHostApi;
  /** What the portal calls the cluster. */
  cluster: string;
  /** Gets a namespace ready for an environment, as whoever runs the cluster does. */
  admit(namespace: string): Promise<void>;
  /** Brings to the cluster what is on the main branch. */
  deploy(
    repository: string,
    environment: string,
    namespace: string,
  ): Promise<void>;
  /** Edits the Deployment of a namespace by hand. */
  edit(namespace: string, patch: object): Promise<void>;
  stop(): Promise<void>;
}

/** What `npm start` gives: its git host, and the sample cluster to which its deployer brings what is pushed. */
export async function startSandbox(): Promise<SecondDayWorld> {
  const portal = await startPortal(host => ({
    'integrations.gitea': [{ host, baseUrl: `http://${host}`, ...CREDENTIALS }],
    ...DRIFT,
  }));
  return {
    portal,
    git: new GitHostApi(portal.gitUrl, CREDENTIALS),
    cluster: 'south',
    admit: async () => {},
    deploy: async () => {},
    async edit(namespace, patch) {
      const { status } = await sampleCluster(portal, 'south').ask({
        method: 'PATCH',
        path: `/apis/apps/v1/namespaces/${namespace}/deployments/${DEPLOYMENT}?fieldManager=${EDITOR}`,
        headers: { 'content-type': 'application/merge-patch+json' },
        body: patch,
      });
      expect(status).toBe(200);
    },
    stop: () => portal.stop(),
  };
}

async function startRealPortal(gitea: Gitea, cluster: Cluster) {
  const entry = await clusterEntry(cluster, 'north');
  return startPortal({
    'integrations.gitea': [
      { host: gitea.host, baseUrl: gitea.url, ...gitea.administrator },
    ],
    'alexandria.repositories.allowedHosts': [gitea.host],
    'sandbox.git': false,
    'sandbox.clusters': false,
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters: [entry] }],
    },
    'alexandria.clusters': [],
    ...DRIFT,
  });
}

/** Gitea, and a control plane to which somebody brings what is merged, with Helm. */
export async function startRealThings(): Promise<SecondDayWorld> {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'second-day-'));
  const running: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(started: T): T => {
    running.unshift(started);
    return started;
  };
  const stop = async () => {
    for (const each of running) {
      await each.stop();
    }
    await fs.rm(scratch, { recursive: true, force: true });
  };
  try {
    const cluster = keep(await startCluster());
    const gitea = keep(await startGitea());
    const portal = keep(await startRealPortal(gitea, cluster));
    return {
      portal,
      git: new GitHostApi(gitea.url, gitea.administrator),
      cluster: 'north',
      async admit(namespace) {
        await cluster.createNamespace(namespace, 'restricted');
        const manifest = await fs.readFile(DRIFT_READER, 'utf8');
        await must(
          cluster,
          ['apply', '-f', '-'],
          manifest.replaceAll(
            'namespace: alexandria\n',
            `namespace: ${namespace}\n`,
          ),
        );
      },
      async deploy(repository, environment, namespace) {
        const folder = await fs.mkdtemp(path.join(scratch, 'clone-'));
        const address = new URL(`${gitea.url}/${repository}.git`);
        Object.assign(address, gitea.administrator);
        await clone(address.href, folder);
        await helmCommand(cluster, [
          ...['upgrade', '--install', DEPLOYMENT, `--namespace=${namespace}`],
          path.join(folder, 'k8s/helm/alexandria-ee'),
          ...['--values', path.join(folder, `values-${environment}.yaml`)],
          // Helm 4 does not take back by itself what somebody else has written since.
          '--force-conflicts',
        ]);
      },
      async edit(namespace, patch) {
        await must(cluster, [
          ...['patch', `deployment/${DEPLOYMENT}`, `--namespace=${namespace}`],
          ...['--type=merge', '--patch', JSON.stringify(patch)],
          `--field-manager=${EDITOR}`,
        ]);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
