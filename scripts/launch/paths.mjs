import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The work tree. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** `${XDG_CACHE_HOME}/alexandria-backstage`; a relative XDG_CACHE_HOME is ignored, as the XDG specification asks. */
export function cacheHome(env = process.env) {
  const xdg = env.XDG_CACHE_HOME;
  return join(
    xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'),
    'alexandria-backstage',
  );
}
