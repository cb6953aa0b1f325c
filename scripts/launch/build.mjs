import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from './install.mjs';
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

/** Builds the frontend as it is deployed, unless nothing changed since it was built last. */
export async function ensureBuilt(node) {
  const files = JSON.stringify(await describe(await buildInputs(), root));
  const stamp = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (stamp === files) {
    return;
  }
  await step('Building the frontend', async () => {
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
  await writeFile(stampFile, files);
}
