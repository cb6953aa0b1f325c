import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { LaunchError } from './progress.mjs';
import { runAttached } from './spawn.mjs';

const variables = {
  runs: 'ALEXANDRIA_ORACLE_RUNS',
  seed: 'ALEXANDRIA_ORACLE_SEED',
  path: 'ALEXANDRIA_ORACLE_PATH',
};

/** The environment that the arguments stand for. */
export function oracleEnvironment(args) {
  const string = { type: 'string' };
  try {
    const { values } = parseArgs({
      args,
      options: { runs: string, seed: string, path: string },
    });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [variables[name], value]),
    );
  } catch (error) {
    throw new LaunchError(
      `test:oracle takes --runs=NUMBER, --seed=NUMBER and --path=PATH: ${error.message}`,
    );
  }
}

/** Compares what Helm 3, Helm 4, Kustomize and the renderer make of random values, as often as asked for. */
export async function oracle(args) {
  const environment = oracleEnvironment(args);
  const node = await prepare();
  return runAttached(
    node.binary,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'packages/alexandria-manifests/scripts/oracle.ts'),
    ],
    { env: { ...node.env, ...environment } },
  );
}
