import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crds } from './crds';
import { describeWithTools } from './describeWithTools';
import { packageFile } from './packageFile';
import { run } from './run';
import { ControlPlane, startControlPlane } from './startControlPlane';

/** Command lines of the processes that name a folder, which every server of a control plane does. */
async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await run('ps', ['-eww', '-o', 'args=']);
  return stdout.split('\n').filter(line => line.includes(folder));
}

async function until(condition: () => Promise<boolean>) {
  for (let waited = 0; waited < 15_000; waited += 100) {
    if (await condition()) {
      return;
    }
    await sleep(100);
  }
  throw new Error('still not so after 15 s');
}

const pod = (securityContext: object) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'sample', namespace: 'guarded' },
    spec: {
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [{ name: 'main', image: 'example/app:1', securityContext }],
    },
  });

describeWithTools('startControlPlane', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.createNamespace('guarded', 'restricted');
  }, 90_000);

  afterAll(async () => {
    await plane?.stop();
  }, 30_000);

  const dryRun = (manifest: string) =>
    plane.kubectl(['apply', '--dry-run=server', '-f', '-'], {
      input: manifest,
    });

  it('serves the version that it names, to an administrator', async () => {
    const version = await plane.kubectl(['version', '--output=json']);
    expect(JSON.parse(version.stdout).serverVersion.gitVersion).toBe(
      `v${plane.version}`,
    );
    const allowed = await plane.kubectl(['auth', 'can-i', '*', '*']);
    expect(allowed).toMatchObject({ code: 0, stdout: 'yes\n' });
  });

  it('applies RBAC to everyone else', async () => {
    const asOther = await plane.kubectl([
      'auth',
      'can-i',
      'get',
      'secrets',
      '--as=system:serviceaccount:guarded:default',
      '--namespace=guarded',
    ]);
    expect(asOther).toMatchObject({ code: 1, stdout: 'no\n' });
  });

  it('accepts a restricted pod and refuses a privileged one', async () => {
    const restricted = await dryRun(
      pod({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      }),
    );
    expect(restricted).toMatchObject({ code: 0, stderr: '' });

    const privileged = await dryRun(pod({ privileged: true }));
    expect(privileged.code).toBe(1);
    expect(privileged.stderr).toContain(
      'violates PodSecurity "restricted:latest"',
    );
  });

  it('validates custom resources after their CRDs are applied', async () => {
    const secret = (spec: object) =>
      JSON.stringify({
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name: 'sample', namespace: 'guarded' },
        spec,
      });
    const store = { name: 'vault', kind: 'SecretStore' };
    const before = await dryRun(secret({ secretStoreRef: store }));
    expect(before.stderr).toContain('no matches for kind "ExternalSecret"');

    await plane.applyCrds(await crds());

    expect(await dryRun(secret({ secretStoreRef: store }))).toMatchObject({
      code: 0,
      stderr: '',
    });
    const wrong = await dryRun(secret({ secretStoreRef: 'vault' }));
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('spec.secretStoreRef');
  });

  it('applies a CRD given as YAML, and says why one is refused', async () => {
    await plane.applyCrds(await readFile((await crds())[0], 'utf8'));
    await expect(
      plane.applyCrds('{ apiVersion: v1, kind: Namespace, metadata: {} }'),
    ).rejects.toThrow('kubectl apply --server-side -f - ended with 1');
  });

  it('listens on the loopback interface only, with files of this user only', async () => {
    const folder = dirname(plane.kubeconfig);
    expect(new URL(plane.url).hostname).toBe('127.0.0.1');
    const servers = await processesOf(folder);
    expect(servers.join('\n')).toContain('--bind-address=127.0.0.1');
    const modes = [folder, plane.kubeconfig].map(
      path => statSync(path).mode % 0o1000,
    );
    expect(modes).toEqual([0o700, 0o600]);
  });

  describe('whose API server', () => {
    const raw = (path: string) =>
      plane.kubectl(['get', '--raw', path, '--request-timeout=2s']);
    const answers = async () =>
      (await raw('/api/v1/namespaces/guarded')).code === 0;

    it('was killed answers nothing until it is started again, and then has its data', async () => {
      await plane.apiServer.kill();
      expect(await answers()).toBe(false);
      await plane.apiServer.restart();
      expect(await answers()).toBe(true);
    });

    it('is frozen answers nothing until it is thawed', async () => {
      plane.apiServer.freeze();
      await until(async () => !(await answers()));
      plane.apiServer.thaw();
      await until(answers);
      expect(await answers()).toBe(true);
    });

    it('has forgotten old versions, and says so once its own memory is gone too', async () => {
      const { stdout } = await raw('/api/v1/namespaces');
      const { resourceVersion } = JSON.parse(stdout).metadata;
      const query = `resourceVersion=${resourceVersion}&resourceVersionMatch=Exact`;
      await plane.createNamespace('later');
      await plane.compact();
      await plane.apiServer.kill();
      await plane.apiServer.restart();
      const { stderr } = await raw(`/api/v1/namespaces?${query}`);
      expect(stderr).toContain('too old');
    });
  });

  it('says which server ended when kubectl fails for it', async () => {
    const other = await startControlPlane();
    const { stdout } = await run('ps', ['-eww', '-o', 'pid=,args=']);
    const server = stdout
      .split('\n')
      .find(
        line =>
          line.includes(dirname(other.kubeconfig)) &&
          line.includes('kube-apiserver '),
      );
    process.kill(Number.parseInt(server ?? '', 10), 'SIGKILL');
    const asked = () => other.kubectl(['get', '--raw', '/readyz']);
    await until(() =>
      asked().then(
        () => false,
        () => true,
      ),
    );
    await expect(asked()).rejects.toThrow(
      'kubectl get --raw /readyz failed, and kube-apiserver had ended with SIGKILL',
    );
    await other.stop();
  }, 60_000);

  it('leaves no process and no file behind when it is stopped', async () => {
    const other = await startControlPlane();
    const folder = dirname(other.kubeconfig);
    expect(await processesOf(folder)).toHaveLength(3);
    expect(other.url).not.toBe(plane.url);

    await other.stop();
    await other.stop();
    expect(await processesOf(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  }, 60_000);

  it('says what the server logged last when it does not become ready', async () => {
    await expect(startControlPlane({ timeoutMs: 0 })).rejects.toThrow(
      'kube-apiserver was not ready in time',
    );
  }, 60_000);

  it('stops when it is aborted', async () => {
    await expect(
      startControlPlane({ signal: AbortSignal.timeout(300) }),
    ).rejects.toThrow('timeout');
  }, 60_000);

  it('leaves nothing behind when its user is killed', async () => {
    const user = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        `require(${JSON.stringify(packageFile('src', 'index.ts'))})
          .startControlPlane()
          .then(plane => { console.log(plane.kubeconfig); setInterval(() => {}, 1000); })`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const kubeconfig = await new Promise<string>(resolve => {
      user.stdout.setEncoding('utf8').once('data', resolve);
    });
    const folder = dirname(kubeconfig.trim());
    expect(await processesOf(folder)).toHaveLength(3);

    user.kill('SIGKILL');
    await until(async () => (await processesOf(folder)).length === 0);
    expect(existsSync(folder)).toBe(false);
  }, 60_000);
});
