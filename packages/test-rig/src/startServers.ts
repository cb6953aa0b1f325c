import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from './freePorts';
import { Supervisor } from './Supervisor';
import { Tool } from './Tool';

/** How often to try other ports. */
const attempts = 3;

interface Answer {
  status: number;
  body: string;
}

/** GET with the administrator's token; undefined while nothing answers. */
function get(
  url: string,
  ca: string,
  token: string,
): Promise<Answer | undefined> {
  return new Promise(resolve => {
    const sent = request(url, {
      ca,
      // A connection kept alive would hold up the server's end.
      agent: false,
      timeout: 5000,
      headers: { Authorization: `Bearer ${token}` },
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.on('response', response => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        body += chunk;
      });
      response.on('error', () => resolve(undefined));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body }),
      );
    });
    sent.end();
  });
}

export interface StartServersOptions {
  etcd: Tool;
  kubeApiserver: Tool;
  /** By when the API has to be ready, in milliseconds since the epoch. */
  deadline: number;
  signal?: AbortSignal;
  /** Where to listen. */
  ports?: typeof freePorts;
}

/** A kube-apiserver that is ready, and its etcd. */
export interface Servers {
  supervisor: Supervisor;
  url: string;
  kubeconfig: string;
}

/** Another process was quicker to listen on a port that had been free. */
class PortTaken extends Error {}

/** The files and flags of both servers, which are started but not yet ready. */
async function launch(
  supervisor: Supervisor,
  { etcd, kubeApiserver, ports = freePorts }: StartServersOptions,
) {
  const file = (name: string) => join(supervisor.folder, name);
  const secret = (name: string, content: string) =>
    writeFile(file(name), content, { mode: 0o600 });
  const [etcdPort, port] = await ports(2);
  const etcdUrl = `http://127.0.0.1:${etcdPort}`;

  const token = randomBytes(32).toString('base64url');
  await secret('tokens.csv', `${token},admin,admin,system:masters\n`);
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
  supervisor.run('kube-apiserver', kubeApiserver.path, [
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
  ]);
  return {
    url: `https://127.0.0.1:${port}`,
    token,
    certificate: file('certificates/apiserver.crt'),
    kubeconfig: file('kubeconfig'),
  };
}

/** Throws when a server has ended or the time is up. */
async function check(supervisor: Supervisor, deadline: number, last: string) {
  const [failure] = supervisor.failures();
  if (failure) {
    const tail = await supervisor.tail(failure.name);
    const message = `${failure.name} ended with ${failure.reason}; it last said:\n${tail}`;
    throw tail.includes('address already in use')
      ? new PortTaken(message)
      : new Error(message);
  }
  if (Date.now() > deadline) {
    const tail = await supervisor.tail('kube-apiserver');
    throw new Error(
      `kube-apiserver was not ready in time (${last}); it last said:\n${tail}`,
    );
  }
}

async function startOnce(options: StartServersOptions): Promise<Servers> {
  const { deadline, signal } = options;
  const supervisor = await Supervisor.start();
  try {
    const launched = await launch(supervisor, options);
    const { url, token, certificate, kubeconfig } = launched;
    let last = 'nothing answered';
    for (;;) {
      signal?.throwIfAborted();
      await check(supervisor, deadline, last);
      // The server signs its own certificate when it starts, and the file ends with the authority's.
      const ca = await readFile(certificate, 'utf8').catch(() => undefined);
      const ready = ca && (await get(`${url}/readyz`, ca, token));
      if (ready && ready.status !== 200) {
        last = ready.body;
      } else if (ready) {
        // The namespace is created a moment after the server calls itself ready.
        const path = '/api/v1/namespaces/default';
        const namespace = await get(`${url}${path}`, ca, token);
        if (namespace?.status === 200) {
          const content = JSON.stringify(kubeconfigFor(url, ca, token));
          await writeFile(kubeconfig, content, { mode: 0o600 });
          return { supervisor, url, kubeconfig };
        }
        last = namespace?.body ?? last;
      }
      await sleep(100);
    }
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

function kubeconfigFor(url: string, ca: string, token: string) {
  const name = 'test-rig';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: 'admin' } }],
    clusters: [
      {
        name,
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: [{ name: 'admin', user: { token } }],
  };
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
