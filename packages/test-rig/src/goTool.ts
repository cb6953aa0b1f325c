import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, findCached } from './cache';
import { goModule, unavailableWithoutGo } from './goModule';
import { packageFile } from './packageFile';
import { progress } from './progress';
import { run } from './run';
import { Tool, ToolSource } from './Tool';

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
  /** Files under `go/` that the program is built from besides its modules, when it is one of ours. */
  sources?: string[];
  /** How long a first build takes on two cores, for the progress line. */
  expectation: string;
}

/** A tool built from source with the Go toolchain of this machine, at the versions of a committed go.mod. */
export function goTool(options: GoToolOptions): ToolSource {
  const { name, tools, module, program, ldflags, expectation } = options;
  const pinned = goModule(tools);
  const version = pinned.version(module);
  const flags = ldflags(version);
  const sources = (options.sources ?? []).map(path =>
    readFileSync(packageFile('go', path), 'utf8'),
  );
  const key = `${name}-${version}-${pinned.hash([flags, ...sources].join(''))}`;
  const tool = (folder: string): Tool => ({
    name,
    version,
    path: join(folder, name),
  });

  async function build(folder: string) {
    const path = join(folder, name);
    await pinned.go([
      'build',
      '-trimpath',
      '-ldflags',
      flags,
      '-o',
      path,
      program,
    ]);
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
        throw unavailableWithoutGo(`${name} ${version}`, error);
      }
    },
  };
}
