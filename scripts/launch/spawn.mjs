import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { root } from './paths.mjs';
import { LaunchError } from './progress.mjs';

function ended(child, command) {
  return new Promise((resolve, reject) => {
    child.on('error', error =>
      reject(new LaunchError(`${command} cannot be started: ${error.message}`)),
    );
    child.on('close', (code, signal) =>
      resolve(signal ? 128 + constants.signals[signal] : code),
    );
  });
}

/** Passes the signals that end us on to a child, and lets it decide when it is done. */
function forwardSignals(child, onSignal = () => {}) {
  const forward = signal => {
    onSignal();
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach(signal => process.on(signal, forward));
  return () => signals.forEach(signal => process.off(signal, forward));
}

/** Runs a command on our own standard streams. Resolves to its exit code. */
export async function runAttached(command, args, { env, cwd = root } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  const release = forwardSignals(child);
  try {
    return await ended(child, command);
  } finally {
    release();
  }
}

/**
 * Runs a command and keeps what it prints.
 *
 * @param options.onLine gets each line as it comes, of both streams
 * @returns the exit code and both streams in one text
 * @throws LaunchError when the person interrupted it
 */
export async function runQuiet(
  command,
  args,
  { env, cwd = root, onLine = () => {} } = {},
) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let interrupted = false;
  const release = forwardSignals(child, () => {
    interrupted = true;
  });
  const lines = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', line => {
      lines.push(line);
      onLine(line);
    });
  }
  try {
    const code = await ended(child, command);
    if (interrupted) {
      throw new LaunchError('Interrupted.');
    }
    return { code, output: lines.join('\n') };
  } finally {
    release();
  }
}
