import { dirname, join } from 'node:path';

const folder = dirname(
  require.resolve('@alexandriaproject/test-rig/package.json'),
);

/** The absolute path of a file or folder of this package, given relative to its package.json. */
export function packageFile(...path: string[]): string {
  return join(folder, ...path);
}
