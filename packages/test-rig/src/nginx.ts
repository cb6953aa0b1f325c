import { machineTool } from './machineTool';

/** Debian's nginx, or the one that the environment variable NGINX names. */
export const nginxSource = machineTool({
  name: 'nginx',
  path: '/usr/sbin/nginx',
  variable: 'NGINX',
  versionArgument: '-v',
  versionPattern: /^nginx version: nginx\/(\d+(?:\.\d+)+)/,
});
