import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Io } from '../Io';
import { runCli } from '../runCli';

/** What a test puts where a secret may be, and looks for wherever something is written. */
export const CANARY = 'canary-7f3a';

/** Streams that keep what is written. */
export function recordedIo(stdin = '') {
  const written = { stdout: '', stderr: '' };
  const io: Io = {
    stdin: async () => stdin,
    stdout: part => {
      written.stdout += part;
    },
    stderr: part => {
      written.stderr += part;
    },
  };
  return { io, written };
}

/** Runs a command line in this process. */
export async function cli(args: string[], stdin?: string) {
  const { io, written } = recordedIo(stdin);
  return { code: await runCli(args, io), ...written };
}

/** A folder that is new for each test, and gone after it. */
export function useFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** @returns the path of the file that it writes */
    file(name: string, content: string): string {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
