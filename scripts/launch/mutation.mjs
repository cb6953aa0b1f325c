import { join } from 'node:path';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { runAttached } from './spawn.mjs';

/** Runs the mutation check; with patterns, of the files whose path holds one, and without writing its page. */
export async function mutation(patterns) {
  const node = await prepare();
  return runAttached(
    node.binary,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'packages/mutation/src/main.ts'),
      ...patterns,
    ],
    { env: { ...node.env, NODE_ENV: 'test' } },
  );
}
