import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, findCached } from './cache';
import { packageFile } from './packageFile';
import { progress } from './progress';
import { run } from './run';
import { Tool, ToolSource } from './Tool';
import { ToolUnavailable } from './ToolUnavailable';

interface GoToolOptions {
  name: string;
  /** The folder under `go/` whose go.mod pins the versions. */
  tools: string;
  /** The Go module that holds the program; its version in go.mod is the tool's. */
  module: string;
  /** The import path of the program. */
  program: string;
  /** Linker flags for a version without a leading `v`. */
  ldflags(version: string): string;
  /** How long a first build takes on two cores, for the progress line. */
  expectation: string;
}

function pinnedVersion(goMod: string, module: string): string {
  const line = goMod
    .split('\n')
    .map(text => text.trim().replace(/^require /, ''))
    .find(text => text.startsWith(`${module} v`));
  const version = line?.split(/\s+/)[1];
  if (!version) {
    throw new Error(`go.mod requires no version of ${module}`);
  }
  return version.slice(1);
}

/** A tool built from source with the Go toolchain of this machine, at the versions of a committed go.mod. */
export function goTool(options: GoToolOptions): ToolSource {
  const { name, tools, module, program, ldflags, expectation } = options;
  const cwd = packageFile('go', tools);
  const goMod = readFileSync(join(cwd, 'go.mod'), 'utf8');
  const version = pinnedVersion(goMod, module);
  const flags = ldflags(version);
  const hash = createHash('sha256')
    .update(goMod)
    .update(readFileSync(join(cwd, 'go.sum')))
    .update(flags)
    .digest('hex');
  const key = `${name}-${version}-${hash.slice(0, 12)}`;
  const tool = (folder: string): Tool => ({
    name,
    version,
    path: join(folder, name),
  });

  async function build(folder: string) {
    const path = join(folder, name);
    const built = await run(
      'go',
      ['build', '-trimpath', '-ldflags', flags, '-o', path, program],
      // The work tree's own Go settings, if any, are not the tools'.
      {
        cwd,
        env: { GOWORK: 'off', GOFLAGS: undefined },
        timeoutMs: 30 * 60_000,
      },
    );
    if (built.code !== 0) {
      throw new Error(
        `go build ${program} ended with ${built.code}: ${built.stderr.trim()}`,
      );
    }
    const said = await run(path, ['--version']);
    if (!said.stdout.includes(version)) {
      throw new Error(`what was built says ${said.stdout || said.stderr}`);
    }
  }

  return {
    name: `${name} ${version}`,
    find() {
      const folder = findCached(key);
      return folder ? tool(folder) : undefined;
    },
    async obtain() {
      try {
        return tool(
          await cached(key, folder =>
            progress(
              `Building ${name} ${version}`,
              `first run only, ${expectation}`,
              () => build(folder),
            ),
          ),
        );
      } catch (error) {
        throw new ToolUnavailable({
          tool: `${name} ${version}`,
          reason: error instanceof Error ? error.message : String(error),
          remedy:
            'Install Go 1.26 or newer, and check that it can fetch modules here',
        });
      }
    },
  };
}
