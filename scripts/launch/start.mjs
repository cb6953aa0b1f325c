import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { root } from './paths.mjs';
import { portProblems, portSettings, readPorts } from './ports.mjs';
import { prepare } from './prepare.mjs';
import { LaunchError, step } from './progress.mjs';

/** A small machine compiles the frontend in one minute. */
const readyWithinMs = 5 * 60_000;
/** How long the backend may refuse connections after it once took one: it restarts when a source file changes. */
const goneAfterMs = 15_000;
/** How long the portal may take to end by itself; the git host removes its repositories in that time. */
const graceMs = 5_000;
const pollMs = 500;

/**
 * What the portal's processes find in their environment.
 *
 * @param ports by key; without one for the app the backend serves it
 */
export function portalEnvironment(env, ports) {
  return {
    ...env,
    ...Object.fromEntries(
      portSettings
        .filter(({ key }) => key in ports)
        .map(({ key, variable }) => [variable, String(ports[key])]),
    ),
    ...(!('app' in ports) && {
      APP_CONFIG_app_baseUrl: `http://localhost:${ports.backend}`,
    }),
    // Made anew for every start: the git host and the integration that talks to it read them from here.
    ALEXANDRIA_GIT_USERNAME: 'portal',
    ALEXANDRIA_GIT_PASSWORD: randomBytes(24).toString('hex'),
    // The same for the sample clusters and what watches them.
    ALEXANDRIA_CLUSTER_TOKEN: randomBytes(24).toString('hex'),
    NODE_ENV: 'development',
    // The scaffolder runs templates in isolated-vm, which Node's start-up snapshot breaks.
    NODE_OPTIONS: [env.NODE_OPTIONS, '--no-node-snapshot']
      .filter(Boolean)
      .join(' '),
    LOG_LEVEL: env.LOG_LEVEL || 'warn',
    // The page would be opened before the backend answers.
    BROWSER: 'none',
  };
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    await response.arrayBuffer();
    return response.ok ? 'ok' : 'notYet';
  } catch (error) {
    return error.cause?.code === 'ECONNREFUSED' ? 'refused' : 'notYet';
  }
}

/** Resolves when the page and the backend answer; rejects when the backend is gone or all of it takes too long. */
async function ready(ports, isOver) {
  const page = `http://127.0.0.1:${ports.app ?? ports.backend}/`;
  const health = `http://127.0.0.1:${ports.backend}/.backstage/health/v1/readiness`;
  const deadline = Date.now() + readyWithinMs;
  let seen;
  while (!isOver()) {
    const backend = await answers(health);
    if (backend !== 'refused') {
      seen = Date.now();
    } else if (seen && Date.now() - seen > goneAfterMs) {
      throw new LaunchError('The backend ended; its messages above say why.');
    }
    if (backend === 'ok' && (await answers(page)) === 'ok') {
      return;
    }
    if (Date.now() > deadline) {
      throw new LaunchError(
        'The portal does not answer; the messages above may say why. LOG_LEVEL=info npm start shows more.',
      );
    }
    await sleep(pollMs);
  }
}

/** Sends a signal to every process of the portal. False when none is left. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function stopGroup(child) {
  const deadline = Date.now() + graceMs;
  let alive = signalGroup(child, 'SIGTERM');
  while (alive && Date.now() < deadline) {
    await sleep(50);
    alive = signalGroup(child, 0);
  }
  if (alive) {
    signalGroup(child, 'SIGKILL');
  }
}

/** npm ends the shell between it and us without telling us; we see that by having another parent. */
function onOrphaned(stop) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid === parent || stop(), pollMs).unref();
  }
}

/**
 * Runs the portal until a signal or until it ends by itself: with a frontend that follows its sources,
 * or with `--built` as it is deployed, in one process on the backend's port.
 *
 * @returns the exit code
 */
export async function start(args) {
  const built = args[0] === '--built';
  if (args.length > (built ? 1 : 0)) {
    throw new LaunchError(
      `start takes --built or nothing, and got ${args.join(' ')}`,
    );
  }
  const { ports, problems } = readPorts();
  if (built) {
    delete ports.app;
  }
  const all = problems.length > 0 ? problems : await portProblems(ports);
  if (all.length > 0) {
    throw new LaunchError(all.join('\n'));
  }
  const node = await prepare();
  if (built) {
    await ensureBuilt(node);
  }

  // A process group of its own, so that no process can be left behind; without the terminal's input, which only our group may read.
  const child = spawn(
    node.binary,
    [join(root, 'scripts/launch/portal.mjs'), ...(built ? ['backend'] : [])],
    {
      cwd: root,
      env: portalEnvironment(node.env, ports),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    },
  );
  let exitCode;
  const ended = new Promise(resolve => {
    child.on('error', () => resolve(1));
    child.on('exit', code => resolve(code ?? 1));
  }).then(code => (exitCode ??= code));
  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
    onOrphaned(resolve);
  }).then(() => (exitCode ??= 0));
  const isOver = () => exitCode !== undefined;

  try {
    await step(
      'Starting the portal',
      () => Promise.race([ready(ports, isOver), ended, stopped]),
      () => (isOver() ? 'ended' : 'ready'),
    );
    if (!isOver()) {
      process.stdout.write(
        `\n  Alexandria is ready: http://localhost:${
          ports.app ?? ports.backend
        }\n  Ctrl-C ends it.\n\n`,
      );
    }
    return await Promise.race([ended, stopped]);
  } finally {
    await stopGroup(child);
  }
}
