import { join } from 'node:path';
import process from 'node:process';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { runAttached } from './spawn.mjs';

/** Runs the command line of packages/alexandria-cli in the folder that the person is in. */
export async function alexandria(args) {
  const node = await prepare();
  return runAttached(
    node.binary,
    [join(root, 'packages/alexandria-cli/bin/alexandria'), ...args],
    { env: node.env, cwd: callersFolder() },
  );
}

/** npm and Yarn change into the work tree; the variable that says from where is also inherited by what other scripts start. */
function callersFolder() {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return (script === 'alexandria' && INIT_CWD) || process.cwd();
}
