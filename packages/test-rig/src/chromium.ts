import { machineTool } from './machineTool';

/** Debian's Chromium, or the one that the environment variable CHROMIUM names. */
export const chromiumSource = machineTool({
  name: 'chromium',
  path: '/usr/bin/chromium',
  variable: 'CHROMIUM',
  versionArgument: '--version',
  versionPattern: /Chrom(?:e|ium) (\d+(?:\.\d+)+)/,
});
