import { compactEtcd } from './compactEtcd';
import { run, RunOptions, RunResult } from './run';
import { apiServer, Servers, startServers } from './startServers';
import { Tool } from './Tool';
import { etcd, kubeApiserver, kubectl } from './tools';

export interface ControlPlaneOptions {
  /** Milliseconds that the servers may take to become ready once they are built. Default one minute. */
  timeoutMs?: number;
  signal?: AbortSignal;
  /** Further flags of kube-apiserver. */
  apiServerFlags?: readonly string[];
}

/** A level of the Pod Security Standards. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** A kube-apiserver with its etcd. */
export interface ControlPlane {
  /** Path of a kubeconfig whose only user is a cluster administrator. */
  kubeconfig: string;
  /** `https://127.0.0.1:<port>`. */
  url: string;
  /** The kube-apiserver's version, without a leading `v`. */
  version: string;
  /** Runs the newest kubectl as the administrator. Throws when it fails and one of the servers had ended by itself. */
  kubectl(args: string[], options?: RunOptions): Promise<RunResult>;
  /**
   * Creates a namespace with its `default` ServiceAccount and the Pod Security Standard that it enforces, if any.
   */
  createNamespace(name: string, podSecurity?: PodSecurityLevel): Promise<void>;
  /** What happens to servers. */
  apiServer: ApiServerProcess;
  /** Forgets all versions of objects but the current ones, as etcd does by and by. */
  compact(): Promise<void>;
  /** Applies CRDs, given as paths or as YAML, and waits until they are served. */
  applyCrds(source: string[] | string): Promise<void>;
  /** Ends the servers and removes their files; a second call does nothing. */
  stop(): Promise<void>;
}

/** The process of a kube-apiserver. */
export interface ApiServerProcess {
  /** Ends it at once, as a crash does. Its data stay in etcd. */
  kill(): Promise<void>;
  /** Starts it again on its port, and waits until it is ready. */
  restart(): Promise<void>;
  /** Stops it where it is: connections stay open, and nothing answers. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
}

/** What can be done with servers that are ready, whether or not controllers run beside them. */
export function controlPlaneOf(servers: Servers, client: Tool): ControlPlane {
  const { supervisor, url, version, etcdUrl, restart } = servers;
  const kubeconfig = servers.kubeconfigs.admin;
  const asAdmin = async (args: string[], runOptions: RunOptions = {}) => {
    const result = await run(client, args, {
      ...runOptions,
      env: { KUBECONFIG: kubeconfig, ...runOptions.env },
    });
    const [ended] = result.code === 0 ? [] : supervisor.failures();
    if (ended) {
      throw new Error(
        `kubectl ${args.join(' ')} failed, and ${ended.name} had ended with ${
          ended.reason
        }; it last said:\n${await supervisor.tail(ended.name)}`,
      );
    }
    return result;
  };
  const must = async (args: string[], input?: string) => {
    const result = await asAdmin(args, { input });
    if (result.code !== 0) {
      throw new Error(
        `kubectl ${args.join(' ')} ended with ${
          result.code
        }: ${result.stderr.trim()}`,
      );
    }
  };

  return {
    kubeconfig,
    url,
    version,
    kubectl: asAdmin,
    apiServer: {
      kill: () => supervisor.kill(apiServer),
      restart,
      freeze: () => supervisor.signal(apiServer, 'SIGSTOP'),
      thaw: () => supervisor.signal(apiServer, 'SIGCONT'),
    },
    compact: () => compactEtcd(etcdUrl),
    async createNamespace(name, podSecurity) {
      const labels = podSecurity && {
        'pod-security.kubernetes.io/enforce': podSecurity,
      };
      await must(
        ['create', '-f', '-'],
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name, labels },
        }),
      );
      // Pods are refused until it is there. Where a controller creates it too, either may be first.
      await must(
        ['apply', '--server-side', '-f', '-'],
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name: 'default', namespace: name },
        }),
      );
    },
    async applyCrds(source) {
      const files =
        typeof source === 'string'
          ? ['-f', '-']
          : source.flatMap(path => ['-f', path]);
      const input = typeof source === 'string' ? source : undefined;
      await must(['apply', '--server-side', ...files], input);
      await must(
        ['wait', '--for=condition=Established', '--timeout=60s', ...files],
        input,
      );
    },
    stop: () => supervisor.stop(),
  };
}

/**
 * Starts a real etcd and kube-apiserver on free ports of 127.0.0.1, with RBAC, Pod Security admission and
 * the default set of admission plugins, and resolves when the API is ready.
 * There is no controller: what is created stays as it was created.
 */
export async function startControlPlane(
  options: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const { timeoutMs = 60_000, signal, apiServerFlags } = options;
  const client = await kubectl('newest');
  const servers = await startServers({
    etcd: await etcd(),
    kubeApiserver: await kubeApiserver(),
    deadline: Date.now() + timeoutMs,
    signal,
    apiServerFlags,
  });
  return controlPlaneOf(servers, client);
}
