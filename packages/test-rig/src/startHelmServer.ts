import { LineAnswer, LineServer } from './LineServer';
import { helmServer } from './tools';

/** What `helm template` is called with. */
export interface TemplateRequest {
  /** The chart's folder, read anew for each request. */
  chart: string;
  release: string;
  namespace: string;
  /** The content of the values files, later ones winning. Errors call them `values-0.yaml`, `values-1.yaml` and so on. */
  values: readonly string[];
  /** The expressions of `--set`. */
  set?: readonly string[];
  /** `--no-hooks`. */
  noHooks?: boolean;
  /** `--skip-tests`. */
  skipTests?: boolean;
  /** `--skip-schema-validation`. */
  noSchema?: boolean;
}

/** Helm's library at the version of the `helm` of this rig, started once. */
export interface HelmServer {
  /** What `helm template` prints, byte for byte, or what it says after "Error: ". */
  template(request: TemplateRequest): Promise<LineAnswer>;
  stop(): Promise<void>;
}

/** For suites that render thousands of times: an answer takes 20 to 40 ms of one core, where a process takes four times as long. */
export async function startHelmServer(major: 3 | 4): Promise<HelmServer> {
  const server = new LineServer(await helmServer(major));
  return {
    template: ({
      set = [],
      noHooks = false,
      skipTests = false,
      noSchema = false,
      ...request
    }) => server.ask({ ...request, set, noHooks, skipTests, noSchema }),
    stop: () => server.stop(),
  };
}
