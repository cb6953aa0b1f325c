#!/usr/bin/env node
// The root's npm scripts. Runs under any Node from 18 on and needs no package: it is what installs them.
import process from 'node:process';
import { fail } from './launch/progress.mjs';

const commands = {
  start: () => import('./launch/start.mjs').then(m => m.start),
  test: () => import('./launch/test.mjs').then(m => m.test),
  mutation: () => import('./launch/mutation.mjs').then(m => m.mutation),
  oracle: () => import('./launch/oracle.mjs').then(m => m.oracle),
  bench: () => import('./launch/bench.mjs').then(m => m.bench),
  cluster: () => import('./launch/cluster.mjs').then(m => m.cluster),
  alexandria: () => import('./launch/alexandria.mjs').then(m => m.alexandria),
};

const usage = `usage: node scripts/launch.mjs COMMAND [ARGUMENTS]

  start                the portal on loopback, until Ctrl-C; its frontend follows the sources
  start --built        the same as it is deployed: built, and served by the backend on its port
  test [PATTERN…]      every check and suite; with patterns only the suites whose path matches one
  mutation [PATTERN…]  the mutation check; with patterns only of the files whose path holds one
  oracle               random values through Helm 3, Helm 4, Kustomize and the renderer; --runs=50000 --seed=NUMBER
  bench [PATTERN…]     the benchmarks
  cluster              a Kubernetes cluster on loopback to play with, until Ctrl-C
  alexandria ARG…      the command line: render, validate, generate, diagnose

Installs Node and the dependencies first when they are missing or have changed.

Environment variables
  ALEXANDRIA_APP_PORT      port of the portal (3000)
  ALEXANDRIA_BACKEND_PORT  port of its backend (7007)
  ALEXANDRIA_GIT_PORT      port of the sandbox git host (7008)
  ALEXANDRIA_CLUSTER_PORT  port of the sample clusters (7009)
  LOG_LEVEL                what the backend logs under start (warn)
  CI                       when set, a test that is skipped is a failure
  XDG_CACHE_HOME           where Node and the tools for tests are kept (~/.cache)
`;

const [command, ...args] = process.argv.slice(2);
const wantsHelp = args.some(arg => arg === '--help' || arg === '-h');

if (!command || command === '--help' || command === '-h') {
  process.stdout.write(usage);
} else if (!Object.hasOwn(commands, command)) {
  process.stderr.write(`There is no command ${JSON.stringify(command)}.\n\n`);
  process.stderr.write(usage);
  process.exitCode = 2;
} else if (wantsHelp && command !== 'alexandria') {
  process.stdout.write(usage);
} else {
  try {
    const run = await commands[command]();
    process.exitCode = await run(args);
  } catch (error) {
    fail(error);
    process.exitCode = 1;
  }
}
