/** `npm run cluster`: a cluster to play with, until a signal. */
import { dirname } from 'node:path';
import { crds } from './crds';
import { progress } from './progress';
import { startCluster } from './startCluster';
import { helm, kubectl } from './tools';

const shown = (folder: string) => `'${folder.replaceAll("'", `'\\''`)}'`;

async function main(aborted: AbortController) {
  const ended = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // A terminal sends it to us and to the launcher, which passes it on.
      process.on(signal, () => {
        aborted.abort(new Error(`interrupted by ${signal}`));
        resolve();
      });
    }
  });
  const programs = [await kubectl('newest'), await helm(4)];
  const definitions = await crds();
  const cluster = await progress('Starting a cluster', 'a few seconds', () =>
    startCluster({ signal: aborted.signal }),
  );
  // The signals end it before the time is up that keeps this process alive.
  const alive = setInterval(() => {}, 60_000);
  try {
    await cluster.applyCrds(definitions);
    await cluster.serveMetrics();
    const folders = programs.map(({ path }) => dirname(path));
    process.stdout.write(`
  Kubernetes ${cluster.version} at ${cluster.url}, with ${
      cluster.nodes.length
    } nodes. In another terminal:

    export KUBECONFIG=${shown(cluster.kubeconfig)}
    export PATH=${folders.map(shown).join(':')}:"$PATH"
    kubectl get nodes

  No container runs: kwok says what a kubelet would. Ctrl-C ends it and removes everything.

`);
    await ended;
  } finally {
    clearInterval(alive);
    await cluster.stop();
  }
}

const aborted = new AbortController();
main(aborted).catch(error => {
  if (aborted.signal.aborted) {
    // A signal ended kubectl, too.
    return;
  }
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
