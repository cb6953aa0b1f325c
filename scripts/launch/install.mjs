import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { treeLock, withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { LaunchError, step } from './progress.mjs';
import { runQuiet } from './spawn.mjs';

const yarn = '.yarn/releases/yarn-4.13.0.cjs';
const stampPath = 'node_modules/.alexandria-install.json';

/** The files that decide what is installed, relative to the work tree. */
export async function installInputs(tree = root) {
  const below = async (folder, name) => {
    const entries = await readdir(join(tree, folder)).catch(() => []);
    return entries.map(entry =>
      [folder, entry, name].filter(Boolean).join('/'),
    );
  };
  return [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    yarn,
    ...(await below('.yarn/patches')),
    ...(await below('packages', 'package.json')),
    ...(await below('plugins', 'package.json')),
  ].sort();
}

/** Size and time of each file that is there, by path. */
export async function describe(paths, tree) {
  const entries = await Promise.all(
    paths.map(async path => {
      const info = await stat(join(tree, path)).catch(() => undefined);
      return info && [path, `${info.size} ${info.mtimeMs}`];
    }),
  );
  return Object.fromEntries(entries.filter(Boolean));
}

async function hashOf(paths, tree) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    hash.update(await readFile(join(tree, path)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/**
 * Compares the work tree with what was installed last: by size and time, which costs a millisecond, and by content when those differ.
 *
 * @param target what else an install depends on: the version of Node and the platform
 */
export async function installState(target, tree = root) {
  const stamp = await readFile(join(tree, stampPath), 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  const files = await describe(await installInputs(tree), tree);
  if (
    stamp?.target === target &&
    JSON.stringify(stamp.files) === JSON.stringify(files)
  ) {
    return { current: true };
  }
  const hash = await hashOf(Object.keys(files), tree);
  const record = async () => {
    await mkdir(join(tree, 'node_modules'), { recursive: true });
    await writeFile(
      join(tree, stampPath),
      `${JSON.stringify({ target, hash, files })}\n`,
    );
  };
  if (stamp?.target === target && stamp.hash === hash) {
    await record();
    return { current: true };
  }
  return { current: false, isFirst: !stamp, record };
}

/** Installs the dependencies unless the last successful install was of the same lockfile, manifests and Node. */
export async function ensureDependencies(node) {
  const target = `node ${node.major} ${process.platform} ${process.arch}`;
  if ((await installState(target)).current) {
    return;
  }
  await withLock(treeLock(), async () => {
    const state = await installState(target);
    if (state.current) {
      return;
    }
    await step(
      state.isFirst
        ? 'Installing dependencies (first run only, some minutes)'
        : 'Installing dependencies (they have changed)',
      async () => {
        const { code, output } = await runQuiet(
          node.binary,
          [join(root, yarn), 'install', '--immutable'],
          { env: node.env },
        );
        if (code !== 0) {
          const remedy = output.includes('YN0028')
            ? ': yarn.lock does not fit the package.json files. Run yarn install and commit yarn.lock.'
            : ` (Yarn ended with ${code}).`;
          throw new LaunchError(
            `${output}\nThe dependencies could not be installed${remedy}`,
          );
        }
      },
    );
    await state.record();
  });
}
