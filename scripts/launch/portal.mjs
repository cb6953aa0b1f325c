// What `start` runs: the Backstage CLI, which ends with its process group when the launcher is gone, however that came about.
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

process.on('disconnect', () => process.kill(-process.pid, 'SIGTERM'));

const cli = join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
process.argv = [
  process.execPath,
  cli,
  'repo',
  'start',
  ...process.argv.slice(2),
];
await import(pathToFileURL(cli).href);
