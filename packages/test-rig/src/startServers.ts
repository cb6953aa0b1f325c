import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from './freePorts';
import { get } from './get';
import { kubeconfig, User } from './kubeconfig';
import { Supervisor } from './Supervisor';
import { Tool } from './Tool';
import { Missing, PortTaken, untilReady } from './untilReady';

/** How often to try other ports. */
const attempts = 3;

const components = [
  'system:kube-controller-manager',
  'system:kube-scheduler',
] as const;

/** The name of the API server's process. */
export const apiServer = 'kube-apiserver';

/** How long a restarted API server may take to become ready, in milliseconds. */
const RESTART_MS = 60_000;

const newToken = () => randomBytes(32).toString('base64url');

export interface StartServersOptions {
  etcd: Tool;
  kubeApiserver: Tool;
  /** By when the API has to be ready, in milliseconds since the epoch. */
  deadline: number;
  signal?: AbortSignal;
  /** Further flags of kube-apiserver. */
  apiServerFlags?: readonly string[];
  /** Where to listen. */
  ports?: typeof freePorts;
}

/** A kube-apiserver that is ready, and its etcd. */
export interface Servers {
  supervisor: Supervisor;
  url: string;
  /** Of etcd, which wants no credentials. */
  etcdUrl: string;
  /** The API server's, without a leading `v`. */
  version: string;
  /** Paths. */
  kubeconfigs: Record<User, string>;
  /** The API server's certificate authority, as a path. */
  caFile: string;
  /** The key that signs the tokens of ServiceAccounts, as a path. */
  serviceAccountKeyFile: string;
  /** The body of what the API answers the administrator with status 200, or undefined. */
  get(path: string): Promise<string | undefined>;
  /** Starts the API server again, which was killed, and waits until it is ready. */
  restart(): Promise<void>;
}

/** The files and flags of both servers, which are started but not yet ready. */
async function launch(supervisor: Supervisor, options: StartServersOptions) {
  const { etcd, kubeApiserver, ports = freePorts } = options;
  const { apiServerFlags = [] } = options;
  const file = (name: string) => join(supervisor.folder, name);
  const secret = (name: string, content: string) =>
    writeFile(file(name), content, { mode: 0o600 });
  const [etcdPort, port] = await ports(2);
  const etcdUrl = `http://127.0.0.1:${etcdPort}`;

  const tokens = {
    admin: newToken(),
    'system:kube-controller-manager': newToken(),
    'system:kube-scheduler': newToken(),
  } satisfies Record<User, string>;
  await secret(
    'tokens.csv',
    [
      `${tokens.admin},admin,admin,system:masters`,
      ...components.map(user => `${tokens[user]},${user},${user}`),
      '',
    ].join('\n'),
  );
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await secret('service-account.key', keys.privateKey);
  await secret('service-account.pub', keys.publicKey);

  supervisor.run('etcd', etcd.path, [
    `--data-dir=${file('etcd')}`,
    `--listen-client-urls=${etcdUrl}`,
    `--advertise-client-urls=${etcdUrl}`,
    // A peer port is mandatory; a lone member never uses it.
    '--listen-peer-urls=http://127.0.0.1:0',
    // The data do not outlive the test.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ]);
  const flags = [
    `--etcd-servers=${etcdUrl}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port}`,
    `--cert-dir=${file('certificates')}`,
    `--token-auth-file=${file('tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${file('service-account.pub')}`,
    `--service-account-signing-key-file=${file('service-account.key')}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    // The kubernetes Service cannot have an endpoint on the loopback interface.
    '--endpoint-reconciler-type=none',
    // As real clusters have it: refusing a privileged pod is left to Pod Security.
    '--allow-privileged=true',
    ...apiServerFlags,
  ];
  const start = () => supervisor.run(apiServer, kubeApiserver.path, flags);
  start();
  return {
    start,
    url: `https://127.0.0.1:${port}`,
    etcdUrl,
    tokens,
    caFile: file('certificates/apiserver.crt'),
    serviceAccountKeyFile: file('service-account.key'),
  };
}

async function startOnce(options: StartServersOptions): Promise<Servers> {
  const { deadline, signal } = options;
  const supervisor = await Supervisor.start();
  try {
    const launched = await launch(supervisor, options);
    const { url, tokens, caFile, serviceAccountKeyFile } = launched;
    let last = 'nothing answered';
    const ready = (until: number) =>
      untilReady(supervisor, {
        deadline: until,
        signal,
        async probe(): Promise<{ ready: string } | Missing> {
          // The server signs its own certificate when it starts, and the file ends with the authority's.
          const pem = await readFile(caFile, 'utf8').catch(() => '');
          const ask = (path: string) => get(`${url}${path}`, pem, tokens.admin);
          const health = pem ? await ask('/readyz') : undefined;
          // The namespace is created a moment after the server calls itself ready.
          const answer =
            health?.status === 200
              ? await ask('/api/v1/namespaces/default')
              : health;
          last = answer?.body ?? last;
          return health?.status === 200 && answer?.status === 200
            ? { ready: pem }
            : { missing: last, server: apiServer };
        },
      });
    const ca = await ready(deadline);
    const write = async (user: User) => {
      const name = `${user.replace('system:', '')}.kubeconfig`;
      const path = join(supervisor.folder, name);
      const content = kubeconfig({ url, ca, user, token: tokens[user] });
      await writeFile(path, content, { mode: 0o600 });
      return path;
    };
    return {
      supervisor,
      url,
      etcdUrl: launched.etcdUrl,
      version: options.kubeApiserver.version,
      kubeconfigs: {
        admin: await write('admin'),
        'system:kube-controller-manager': await write(
          'system:kube-controller-manager',
        ),
        'system:kube-scheduler': await write('system:kube-scheduler'),
      },
      caFile,
      serviceAccountKeyFile,
      async get(path) {
        const answer = await get(`${url}${path}`, ca, tokens.admin);
        return answer?.status === 200 ? answer.body : undefined;
      },
      async restart() {
        launched.start();
        await ready(Date.now() + RESTART_MS);
      },
    };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

/** Starts both servers on free ports and waits for the API. */
export async function startServers(
  options: StartServersOptions,
): Promise<Servers> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(options);
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === attempts) {
        throw error;
      }
    }
  }
}
