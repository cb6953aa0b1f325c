import { chmod, chown } from 'node:fs/promises';

/** Whom programs run as that are to have no privileges when the tests run as root. */
const USER = 1000;

const isRoot = () => process.getuid?.() === 0;

/** A program and its arguments: as user and group 1000, without capabilities, when the tests run as root. */
export const unprivileged = (
  path: string,
  args: readonly string[],
): [string, ...string[]] =>
  isRoot()
    ? [
        'setpriv',
        ...[`--reuid=${USER}`, `--regid=${USER}`, '--clear-groups'],
        ...['--no-new-privs', '--bounding-set=-all', path, ...args],
      ]
    : [path, ...args];

/** Lets such a program reach what is in a folder and is its own. */
export async function openFolder(folder: string): Promise<void> {
  if (isRoot()) {
    await chmod(folder, 0o711);
  }
}

/** Makes a file or a folder that of such a program. */
export async function handOver(path: string): Promise<void> {
  if (isRoot()) {
    await chown(path, USER, USER);
  }
}
