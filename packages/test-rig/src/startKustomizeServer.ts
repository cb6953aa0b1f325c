import { LineAnswer, LineServer } from './LineServer';
import { kustomizeServer } from './tools';

/** What `kubectl kustomize` is called with. */
export interface KustomizeRequest {
  /** Content by path, relative to a folder that they all are in. */
  files: Readonly<Record<string, string>>;
  /** The folder of the kustomization among them. */
  target: string;
}

/** The library behind `kubectl kustomize` of the rig's newest kubectl, started once. Files are never written to disk. */
export interface KustomizeServer {
  /** What `kubectl kustomize` prints, byte for byte, or what it says after "error: ". */
  build(request: KustomizeRequest): Promise<LineAnswer>;
  stop(): Promise<void>;
}

/** For suites that build thousands of kustomizations. */
export async function startKustomizeServer(): Promise<KustomizeServer> {
  const server = new LineServer(await kustomizeServer());
  return {
    build: request => server.ask(request),
    stop: () => server.stop(),
  };
}
