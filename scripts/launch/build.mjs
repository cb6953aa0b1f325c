import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from './install.mjs';
import { treeLock, withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { LaunchError, step } from './progress.mjs';
import { runQuiet } from './spawn.mjs';

const app = join(root, 'packages/app');
const stampFile = join(app, 'dist/.alexandria-build.json');

/** The files that the bundle is made from, and some more: what any package has in src. */
async function buildInputs() {
  const sources = ['packages/app/public'];
  for (const group of ['packages', 'plugins']) {
    for (const name of await readdir(join(root, group))) {
      sources.push(`${group}/${name}/src`);
    }
  }
  const below = await Promise.all(
    sources.map(async folder => {
      const entries = await readdir(join(root, folder), {
        recursive: true,
        withFileTypes: true,
      }).catch(() => []);
      return entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath ?? entry.path, entry.name))
        .map(path => path.slice(root.length + 1));
    }),
  );
  return ['app-config.yaml', 'yarn.lock', ...below.flat()].sort();
}

const build = node =>
  step('Building the frontend', async () => {
    const { code, output } = await runQuiet(
      node.binary,
      [
        join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'package',
        'build',
      ],
      { env: { ...node.env, NODE_ENV: 'production' }, cwd: app },
    );
    if (code !== 0) {
      throw new LaunchError(`${output}\nThe frontend could not be built.`);
    }
  });

/** Builds the frontend as it is deployed, unless nothing changed since it was built last. */
export async function ensureBuilt(node) {
  const files = JSON.stringify(await describe(await buildInputs(), root));
  const isBuilt = async () =>
    (await readFile(stampFile, 'utf8').catch(() => undefined)) === files;
  if (await isBuilt()) {
    return;
  }
  await withLock(treeLock(), async () => {
    // Another portal that was started at the same time may have built it.
    if (!(await isBuilt())) {
      await build(node);
      await writeFile(stampFile, files);
    }
  });
}
