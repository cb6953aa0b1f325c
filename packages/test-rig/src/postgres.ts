import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { machineTool } from './machineTool';

/** Debian's packages put each release into a folder of its own. */
const RELEASES = '/usr/lib/postgresql';

const releases = existsSync(RELEASES) ? readdirSync(RELEASES) : [];

const [newest = 'NN'] = releases.sort((a, b) => Number(b) - Number(a));

/** The newest of Debian's PostgreSQL servers, or the one that the environment variable POSTGRES names. */
export const postgresSource = machineTool({
  name: 'postgres',
  debianPackage: 'postgresql',
  path: join(RELEASES, newest, 'bin/postgres'),
  variable: 'POSTGRES',
  versionArgument: '--version',
  versionPattern: /^postgres \(PostgreSQL\) (\d+(?:\.\d+)*)/,
});
