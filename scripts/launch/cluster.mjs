import { join } from 'node:path';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { LaunchError } from './progress.mjs';
import { runAttached } from './spawn.mjs';

/** Runs the test rig's cluster until a signal. */
export async function cluster(args) {
  if (args.length > 0) {
    throw new LaunchError(`cluster takes nothing, and got ${args.join(' ')}`);
  }
  const node = await prepare();
  return runAttached(
    node.binary,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'packages/test-rig/src/playground.ts'),
    ],
    { env: node.env },
  );
}
