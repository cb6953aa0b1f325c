import { spawn, type ChildProcess } from 'node:child_process';
import { devNull } from 'node:os';
import type { Readable } from 'node:stream';

/** Output that is kept in memory; larger things are streamed. */
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;

/**
 * Environment of every git process: nothing of the person's own settings, no
 * prompt, no pathspec magic, and only the variables that finding git takes.
 */
function gitEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, Path, SystemRoot, TMPDIR, TEMP } = process.env;
  return {
    ...(PATH && { PATH }),
    ...(Path && { Path }),
    ...(SystemRoot && { SystemRoot }),
    ...(TMPDIR && { TMPDIR }),
    ...(TEMP && { TEMP }),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    ...extra,
  } as NodeJS.ProcessEnv;
}

/** A git process that ended with an error. */
export class GitError extends Error {
  constructor(args: string[], detail: string) {
    super(`git ${args[0]} failed: ${detail}`);
    this.name = 'GitError';
  }
}

/** Starts git with its standard streams as pipes. No shell is involved. */
export function spawnGit(
  args: string[],
  options: {
    cwd: string;
    signal?: AbortSignal;
    environment?: Record<string, string>;
  },
): ChildProcess & { stdin: NonNullable<ChildProcess['stdin']> } & {
  stdout: Readable;
  stderr: Readable;
} {
  return spawn('git', args, {
    cwd: options.cwd,
    env: gitEnvironment(options.environment ?? {}),
    signal: options.signal,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/**
 * Runs git to its end and returns what it wrote.
 *
 * @param options - `input` is given to it, `environment` is added to what every git gets
 *
 * @throws GitError when git cannot be started, exits with another status than
 *   0, or writes more than 32 MiB
 */
export async function runGit(
  args: string[],
  options: {
    cwd: string;
    input?: string | Buffer;
    environment?: Record<string, string>;
  },
): Promise<Buffer> {
  const child = spawnGit(args, options);
  // git closes its input as soon as it has read enough.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input);
  const ended = exitOf(child, args);
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_OUTPUT_BYTES) {
      chunks.push(chunk);
    } else {
      child.kill();
    }
  });
  await ended;
  return Buffer.concat(chunks);
}

/** Resolves when the process exits with status 0 and rejects with what it said otherwise. */
export function exitOf(
  child: ChildProcess & { stderr: Readable },
  args: string[],
): Promise<void> {
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-4096);
  });
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(new GitError(args, error.message)));
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(
            new GitError(
              args,
              stderr.trim() || `ended with ${signal ?? `status ${code}`}`,
            ),
          ),
    );
  });
}
