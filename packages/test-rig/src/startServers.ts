import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Supervisor } from './Supervisor';
import { Tool } from './Tool';

const attempts = 3;

/** Ports of 127.0.0.1 that were free a moment ago, all different. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  return Promise.all(
    servers.map(server => {
      const address = server.address();
      return new Promise<number>((resolve, reject) => {
        server.close(() =>
          address && typeof address === 'object'
            ? resolve(address.port)
            : reject(new Error('no port on 127.0.0.1')),
        );
      });
    }),
  );
}

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

/** A kube-apiserver that is ready, and its etcd. */
export interface Servers {
  supervisor: Supervisor;
  url: string;
  kubeconfig: string;
}

class PortTaken extends Error {}

async function startOnce(
  programs: { etcd: Tool; kubeApiserver: Tool },
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Servers> {
  const supervisor = await Supervisor.start();
  const file = (name: string) => join(supervisor.folder, name);
  const secret = (name: string, content: string) =>
    writeFile(file(name), content, { mode: 0o600 });
  try {
    const [etcdPort, port] = await freePorts(2);
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const url = `https://127.0.0.1:${port}`;

    const token = randomBytes(32).toString('base64url');
    await secret('tokens.csv', `${token},admin,admin,system:masters\n`);
    const keys = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await secret('service-account.key', keys.privateKey);
    await secret('service-account.pub', keys.publicKey);

    supervisor.run('etcd', programs.etcd.path, [
      `--data-dir=${file('etcd')}`,
      `--listen-client-urls=${etcdUrl}`,
      `--advertise-client-urls=${etcdUrl}`,
      // A peer port is mandatory; a lone member never uses it.
      '--listen-peer-urls=http://127.0.0.1:0',
      // The data do not outlive the test.
      '--unsafe-no-fsync',
      '--log-level=warn',
    ]);
    supervisor.run('kube-apiserver', programs.kubeApiserver.path, [
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

    const certificate = file('certificates/apiserver.crt');
    let last = 'nothing answered';
    for (;;) {
      signal?.throwIfAborted();
      const [failure] = supervisor.failures();
      if (failure) {
        const tail = await supervisor.tail(failure.name);
        const message = `${failure.name} ended with ${failure.reason}; it last said:\n${tail}`;
        throw tail.includes('address already in use')
          ? new PortTaken(message)
          : new Error(message);
      }
      if (Date.now() > deadline) {
        throw new Error(
          `kube-apiserver was not ready in time (${last}); it last said:\n${await supervisor.tail(
            'kube-apiserver',
          )}`,
        );
      }
      const ca = await readFile(certificate, 'utf8').catch(() => undefined);
      if (ca) {
        const ready = await get(`${url}/readyz`, ca, token);
        // The namespace is created a moment after the server calls itself ready.
        const namespace =
          ready?.status === 200
            ? await get(`${url}/api/v1/namespaces/default`, ca, token)
            : undefined;
        if (namespace?.status === 200) {
          await secret(
            'kubeconfig',
            JSON.stringify(kubeconfigFor(url, ca, token), undefined, 2),
          );
          return { supervisor, url, kubeconfig: file('kubeconfig') };
        }
        last = namespace?.body ?? ready?.body ?? last;
      }
      await sleep(100, undefined, { signal });
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

/**
 * Starts both servers and waits for the API.
 *
 * @param deadline - by which it has to be ready, in milliseconds since the epoch
 */
export async function startServers(
  ...args: Parameters<typeof startOnce>
): Promise<Servers> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(...args);
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === attempts) {
        throw error;
      }
    }
  }
}
