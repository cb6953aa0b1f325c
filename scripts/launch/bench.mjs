import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { LaunchError } from './progress.mjs';
import { runAttached } from './spawn.mjs';

/** Runs benchmarks/*.bench.ts one after the other; each prints its own table. */
export async function bench(patterns) {
  const files = (await readdir(join(root, 'benchmarks')))
    .filter(name => name.endsWith('.bench.ts'))
    .filter(name => patterns.every(pattern => name.includes(pattern)))
    .sort();
  if (files.length === 0) {
    throw new LaunchError(
      `No benchmark matches ${patterns.join(' ') || 'benchmarks/*.bench.ts'}.`,
    );
  }
  const node = await prepare();
  let worst = 0;
  for (const file of files) {
    const code = await runAttached(
      node.binary,
      [
        '--expose-gc',
        '--require',
        join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
        join(root, 'benchmarks', file),
      ],
      { env: { ...node.env, NODE_ENV: 'production' } },
    );
    worst = Math.max(worst, code);
  }
  return worst;
}
