import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { cacheHome } from './paths.mjs';
import { LaunchError, step } from './progress.mjs';
import { runQuiet } from './spawn.mjs';

/** The Node that is installed when the one that runs the launcher does not do. */
export const installedVersion = '24.21.0';

/** What `engines` of package.json asks for. */
const suitableMajors = new Set(['22', '24']);

const majorOf = version => version.replace(/^v/, '').split('.')[0];

export const isSuitable = version => suitableMajors.has(majorOf(version));

/** The npm package that holds the binary and the headers for a platform. */
export function platformPackage(
  platform = process.platform,
  arch = process.arch,
) {
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** The folder of the platform package below a folder that npm installed into, or undefined. */
export function findInstalled(folder, name = platformPackage()) {
  return [
    join(folder, 'node_modules', name),
    join(folder, 'node_modules', 'node', 'node_modules', name),
  ].find(candidate => existsSync(binaryOf(candidate)));
}

function binaryOf(prefix) {
  return join(
    prefix,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
}

/** npm of the Node that runs us: its script when npm started us, so that no shell is needed to find it. */
function npmCommand(env) {
  return env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, [env.npm_execpath]]
    : ['npm', []];
}

async function install(folder) {
  const home = cacheHome();
  await mkdir(home, { recursive: true });
  const work = await mkdtemp(join(home, `.partial-node-${installedVersion}-`));
  try {
    const [command, first] = npmCommand(process.env);
    const { code, output } = await runQuiet(
      command,
      [
        ...first,
        'install',
        '--prefix',
        work,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-update-notifier',
        `${platformPackage()}@${installedVersion}`,
      ],
      { cwd: work, env: process.env },
    );
    const installed = findInstalled(work);
    if (code !== 0 || !installed) {
      throw new LaunchError(
        `${output}\nNode ${installedVersion} could not be installed with npm. Install Node 22 or 24 yourself and run the command again.`,
      );
    }
    const check = await runQuiet(binaryOf(installed), ['--version']);
    if (check.output.trim() !== `v${installedVersion}`) {
      throw new LaunchError(
        `The Node that npm installed does not run here: ${check.output}`,
      );
    }
    if (!findInstalled(folder)) {
      await rm(folder, { recursive: true, force: true });
      // Of two launchers at once one wins, and what the other has is the same.
      await rename(work, folder).catch(error => {
        if (!findInstalled(folder)) {
          throw error;
        }
      });
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * A Node that runs the portal: the one that runs us when its version will do, else one from the cache.
 *
 * @returns its version and binary, and the environment in which it comes first and native modules are built for it
 */
export async function ensureNode(env = process.env) {
  let version = process.version;
  let prefix = dirname(dirname(process.execPath));
  if (!isSuitable(version)) {
    const folder = join(cacheHome(env), `node-${installedVersion}`);
    if (!findInstalled(folder)) {
      await step(
        `Installing Node ${installedVersion} (first run only; this is Node ${process.version.slice(
          1,
        )}, the portal needs 22 or 24)`,
        () => install(folder),
      );
    }
    version = `v${installedVersion}`;
    prefix = findInstalled(folder);
  }
  const binary = isSuitable(process.version)
    ? process.execPath
    : binaryOf(prefix);
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return {
    major: majorOf(version),
    binary,
    env: {
      ...env,
      PATH: [dirname(binary), env.PATH].filter(Boolean).join(delimiter),
      ...(hasHeaders && { npm_config_nodedir: prefix }),
    },
  };
}
