import { existsSync } from 'node:fs';
import { run } from './run';
import { Tool, ToolSource } from './Tool';
import { ToolUnavailable } from './ToolUnavailable';

const debianPath = '/usr/bin/chromium';

const chromiumPath = () => process.env.CHROMIUM || debianPath;

/** Debian's Chromium, or the one that the environment variable CHROMIUM names. Nothing is downloaded. */
export const chromiumSource: ToolSource = {
  name: 'chromium',
  find() {
    // Its version is known only by running it.
    return undefined;
  },
  async obtain(): Promise<Tool> {
    const path = chromiumPath();
    const unavailable = (reason: string) =>
      new ToolUnavailable({
        tool: 'chromium',
        reason,
        remedy:
          'Install the Debian package chromium, or name a Chromium or Chrome in the environment variable CHROMIUM',
      });
    if (!existsSync(path)) {
      throw unavailable(`there is no ${path}`);
    }
    const said = await run(path, ['--version']).catch((error: Error) => {
      throw unavailable(error.message);
    });
    const version = said.stdout.match(/Chrom(?:e|ium) (\d+(?:\.\d+)+)/)?.[1];
    if (!version) {
      throw unavailable(
        `${path} --version ended with ${said.code} and said ${JSON.stringify(
          said.stdout || said.stderr,
        )}`,
      );
    }
    return { name: 'chromium', version, path };
  },
};
