import { readFileSync } from 'node:fs';
import { chmod, cp, readdir } from 'node:fs/promises';
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
  /** Build tags. */
  tags?: string[];
  /** Folders of the module that the program reads when it runs: they lie beside it. */
  resources?: string[];
  /** Files under `go/` that the program is built from besides its modules, when it is one of ours. */
  sources?: string[];
  /** How long a first build takes on two cores, for the progress line. */
  expectation: string;
}

/** Copies a folder of the module cache, which is read-only, so that it can be removed like any other. */
async function copyWritable(from: string, to: string) {
  await cp(from, to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(to, {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isDirectory()) {
      await chmod(join(entry.parentPath, entry.name), 0o755);
    }
  }
}

/** A tool built from source with the Go toolchain of this machine, at the versions of a committed go.mod. */
export function goTool(options: GoToolOptions): ToolSource {
  const { name, tools, module, program, ldflags, expectation } = options;
  const { tags = [], resources = [] } = options;
  const pinned = goModule(tools);
  const version = pinned.version(module);
  const flags = ldflags(version);
  const sources = (options.sources ?? []).map(path =>
    readFileSync(packageFile('go', path), 'utf8'),
  );
  const recipe = [flags, ...tags, ...resources, ...sources].join('');
  const key = `${name}-${version}-${pinned.hash(recipe)}`;
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
      `-tags=${tags.join(',')}`,
      '-ldflags',
      flags,
      '-o',
      path,
      program,
    ]);
    if (resources.length > 0) {
      const listed = await pinned.go(['list', '-m', '-f', '{{.Dir}}', module]);
      for (const resource of resources) {
        await copyWritable(
          join(listed.stdout.trim(), resource),
          join(folder, resource),
        );
      }
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
        throw unavailableWithoutGo(`${name} ${version}`, error);
      }
    },
  };
}
