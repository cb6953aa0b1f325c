import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from './packageFile';
import { run, RunResult } from './run';
import { ToolUnavailable } from './ToolUnavailable';

/** A Go module under `go/`, whose go.mod and go.sum pin what is built from it. */
export interface GoModule {
  /** The version that go.mod requires of a module, without the leading `v`; throws when it requires none. */
  version(module: string): string;
  /** 12 hexadecimal digits that change with go.mod, go.sum and the given recipe. */
  hash(recipe: string): string;
  /** Runs `go` in the module; throws with its standard error when it fails. */
  go(args: string[]): Promise<RunResult>;
}

/** @param folder - under `go/` */
export function goModule(folder: string): GoModule {
  const cwd = packageFile('go', folder);
  const goMod = readFileSync(join(cwd, 'go.mod'), 'utf8');
  const goSum = readFileSync(join(cwd, 'go.sum'));
  return {
    version(module) {
      const line = goMod
        .split('\n')
        .map(text => text.trim().replace(/^require /, ''))
        .find(text => text.startsWith(`${module} v`));
      const version = line?.split(/\s+/)[1];
      if (!version) {
        throw new Error(`go.mod requires no version of ${module}`);
      }
      return version.slice(1);
    },
    hash: recipe =>
      createHash('sha256')
        .update(goMod)
        .update(goSum)
        .update(recipe)
        .digest('hex')
        .slice(0, 12),
    async go(args) {
      const result = await run('go', args, {
        cwd,
        // The work tree's own Go settings, if any, are not the module's.
        env: { GOWORK: 'off', GOFLAGS: undefined },
        timeoutMs: 30 * 60_000,
      });
      if (result.code !== 0) {
        throw new Error(
          `go ${args[0]} ended with ${result.code}: ${result.stderr.trim()}`,
        );
      }
      return result;
    },
  };
}

/** What a failed `go` means for the thing that was to come out of it. */
export function unavailableWithoutGo(
  tool: string,
  error: unknown,
): ToolUnavailable {
  return new ToolUnavailable({
    tool,
    reason: error instanceof Error ? error.message : String(error),
    remedy:
      'Install Go 1.26 or newer, and check that it can fetch modules here',
  });
}
