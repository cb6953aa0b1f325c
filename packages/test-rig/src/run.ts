import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, devNull } from 'node:os';
import { isAbsolute } from 'node:path';
import { Tool } from './Tool';

export interface RunOptions {
  /** Written to standard input, which is closed afterwards. */
  input?: string;
  cwd?: string;
  /** Laid over the environment of this process; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Milliseconds after which the process is killed and the call rejects. Default two minutes. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface RunResult {
  stdout: string;
  stderr: string;
  /** The exit code; 128 plus the number of the signal that ended the process, as shells have it. */
  code: number;
}

/**
 * Neither the cluster nor the discovery cache of whoever runs the tests takes part: a tool reaches a cluster only
 * through a kubeconfig that it is given, and a port used twice never brings back what another cluster served.
 */
const isolation = { KUBECONFIG: devNull, KUBECACHEDIR: devNull };

const lastLines = (text: string, count: number) =>
  text.trimEnd().split('\n').slice(-count).join('\n');

/** Node says ENOENT both for a missing program and for a missing working directory. */
function startError(error: Error, command: string, cwd?: string): Error {
  const missing = 'code' in error && error.code === 'ENOENT';
  if (!missing) {
    return error;
  }
  if (cwd && !existsSync(cwd)) {
    return new Error(`there is no folder ${cwd} to run ${command} in`);
  }
  return new Error(
    isAbsolute(command)
      ? `there is no ${command}`
      : `there is no ${command} on the PATH`,
  );
}

/**
 * Runs a program with an argument list, never through a shell.
 * Resolves whatever the exit code; rejects when the program cannot be started, takes too long or is aborted.
 */
export async function run(
  tool: Tool | string,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { input, cwd, env, timeoutMs = 120_000, signal } = options;
  const command = typeof tool === 'string' ? tool : tool.path;
  signal?.throwIfAborted();

  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        ...(typeof tool === 'string' ? {} : isolation),
        ...env,
      },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    let stopped: Error | undefined;
    child.stdout.setEncoding('utf8').on('data', chunk => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', chunk => (stderr += chunk));

    const stop = (error: Error) => {
      stopped ??= error;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () =>
        stop(new Error(`${command} was still running after ${timeoutMs} ms`)),
      timeoutMs,
    );
    const onAbort = () =>
      stop(signal?.reason ?? new Error(`${command} was aborted`));
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };

    child.on('error', error => {
      settle();
      reject(startError(error, command, cwd));
    });
    child.on('close', (code, killedBy) => {
      settle();
      if (stopped) {
        if (stderr) {
          stopped.message += `; it last said:\n${lastLines(stderr, 20)}`;
        }
        reject(stopped);
        return;
      }
      resolve({
        stdout,
        stderr,
        code: code ?? 128 + (killedBy ? constants.signals[killedBy] : 0),
      });
    });

    // A program may end before it has read everything; its exit code says what that means.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}
