import { existsSync } from 'node:fs';
import { run } from './run';
import { Tool, ToolSource } from './Tool';
import { ToolUnavailable } from './ToolUnavailable';

interface MachineToolOptions {
  /** Also the name of the Debian package, unless `debianPackage` is. */
  name: string;
  debianPackage?: string;
  /** Where the Debian package puts it. */
  path: string;
  /** The environment variable that names another one. */
  variable: string;
  /** The argument that makes it say its version. */
  versionArgument: string;
  /** Matches what it says; the first group is the version. */
  versionPattern: RegExp;
}

/** A tool that the machine has, from its Debian package or where an environment variable says. Nothing is downloaded. */
export function machineTool(options: MachineToolOptions): ToolSource {
  const { name, variable, versionArgument, versionPattern } = options;
  const { debianPackage = name } = options;
  return {
    name,
    find() {
      // Its version is known only by running it.
      return undefined;
    },
    async obtain(): Promise<Tool> {
      const path = process.env[variable] || options.path;
      const unavailable = (reason: string) =>
        new ToolUnavailable({
          tool: name,
          reason,
          remedy: `Install the Debian package ${debianPackage}, or name a program in the environment variable ${variable}`,
        });
      if (!existsSync(path)) {
        throw unavailable(`there is no ${path}`);
      }
      const { code, stdout, stderr } = await run(path, [versionArgument]).catch(
        (error: Error) => {
          throw unavailable(error.message);
        },
      );
      const said = stdout || stderr;
      const version = said.match(versionPattern)?.[1];
      if (!version) {
        throw unavailable(
          `${path} ${versionArgument} ended with ${code} and said ${JSON.stringify(
            said,
          )}`,
        );
      }
      return { name, version, path };
    },
  };
}
