import {
  helm,
  kubectl,
  run,
  type Cluster,
  type RunResult,
} from '@alexandriaproject/test-rig';
import fs from 'fs/promises';
import path from 'path';

export interface TerminalOptions {
  /** Where the commands run. */
  directory: string;
  /** The cluster that kubectl and helm talk to. */
  cluster: Cluster;
  /** Which Helm is called helm. */
  helmMajor: 3 | 4;
  /** An empty folder for the person's home and programs. */
  scratch: string;
}

/** What a person has before them: a shell in a clone, kubectl and helm, a cluster, and a home of their own. */
export class Terminal {
  private count = 0;

  private constructor(
    private readonly options: TerminalOptions,
    private readonly environment: Record<string, string>,
  ) {}

  static async open(options: TerminalOptions): Promise<Terminal> {
    const { scratch, cluster, helmMajor } = options;
    const [home, bin] = ['home', 'bin'].map(name => path.join(scratch, name));
    await fs.mkdir(home, { recursive: true });
    await fs.mkdir(bin);
    await fs.symlink((await helm(helmMajor)).path, path.join(bin, 'helm'));
    await fs.symlink((await kubectl('newest')).path, path.join(bin, 'kubectl'));
    return new Terminal(options, {
      HOME: home,
      PATH: `${bin}:${process.env.PATH}`,
      KUBECONFIG: cluster.kubeconfig,
      XDG_CACHE_HOME: path.join(home, '.cache'),
      XDG_CONFIG_HOME: path.join(home, '.config'),
      XDG_DATA_HOME: path.join(home, '.local'),
    });
  }

  /**
   * Runs commands as they stand, from a file that holds nothing else; the first that fails ends them. After 50 s they
   * are ended all together, with exit code 124.
   *
   * @param typed - the lines that the person enters
   */
  async run(commands: string, typed: string[] = []): Promise<RunResult> {
    const { scratch, directory } = this.options;
    this.count += 1;
    const script = path.join(scratch, `${this.count}.sh`);
    await fs.writeFile(script, commands);
    const inTime = ['--kill-after=2', '50'];
    return run('timeout', [...inTime, 'bash', '-euo', 'pipefail', script], {
      cwd: directory,
      env: this.environment,
      input: typed.map(line => `${line}\n`).join(''),
    });
  }

  /** The same, and fails with everything that was printed unless the exit code is one of those that are right. */
  async must(
    commands: string,
    { typed = [], codes = [0] }: { typed?: string[]; codes?: number[] } = {},
  ): Promise<string> {
    const { code, stdout, stderr } = await this.run(commands, typed);
    if (!codes.includes(code)) {
      throw new Error(`Exit code ${code} of\n${commands}${stdout}${stderr}`);
    }
    return `${stdout}${stderr}`;
  }
}
