/** @jest-environment node */
import {
  crds,
  describeWithTools,
  startControlPlane,
  type ControlPlane,
} from '@alexandriaproject/test-rig';
import { contentsOf } from './__testUtils__/ModelServer';
import { createTransport } from './createTransport';
import { Reflector } from './Reflector';
import type { ResourceType } from './ResourceType';

const configMaps: ResourceType = {
  group: '',
  version: 'v1',
  resource: 'configmaps',
  kind: 'ConfigMap',
};

const certificates: ResourceType = {
  group: 'cert-manager.io',
  version: 'v1',
  resource: 'certificates',
  kind: 'Certificate',
};

const configMap = (name: string, labels: object = { app: 'a' }) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels },
});

describeWithTools('Reflector on kube-apiserver', ['control-plane'], () => {
  let plane: ControlPlane;
  let stop: AbortController;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.createNamespace('watched');
  }, 90_000);
  afterAll(() => plane?.stop());
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  async function kubectl(args: string[], input?: string): Promise<string> {
    const result = await plane.kubectl(['--namespace=watched', ...args], {
      input,
    });
    expect(result).toMatchObject({ code: 0 });
    return result.stdout;
  }

  const apply = (...objects: object[]) =>
    kubectl(
      ['apply', '--server-side', '-f', '-'],
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );

  function watch(type: ResourceType, token?: () => Promise<string>) {
    const connections: string[] = [];
    const transport = createTransport(async () => {
      const { KubeConfig } = await import('@kubernetes/client-node');
      const config = new KubeConfig();
      config.loadFromFile(plane.kubeconfig);
      if (token) {
        config.users = [{ name: 'admin', token: await token() }];
      }
      connections.push('made');
      return config;
    });
    const reflector = new Reflector<string>({
      type,
      transport,
      namespace: 'watched',
      labelSelector: 'app=a',
      project: ({ metadata }) => metadata.resourceVersion,
    });
    reflector.run(stop.signal);
    const kept = () =>
      contentsOf(
        [...reflector.cache.entries()].map(([key, { resourceVersion }]) => [
          key,
          resourceVersion,
        ]),
      );
    return { reflector, kept, connections };
  }

  async function listed(resource: string): Promise<string> {
    const { items } = JSON.parse(
      await kubectl(['get', resource, '--selector=app=a', '--output=json']),
    );
    return contentsOf(
      items.map(({ metadata }: { metadata: Record<string, string> }) => [
        `watched/${metadata.name}`,
        metadata.resourceVersion,
      ]),
    );
  }

  async function until<T>(read: () => T, expected: T) {
    const deadline = Date.now() + 30_000;
    while (read() !== expected && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    expect(read()).toBe(expected);
  }

  it('keeps what the server has, over several pages and through changes', async () => {
    await apply(
      ...Array.from({ length: 300 }, (_, i) => configMap(`listed-${i}`)),
      configMap('not-selected', { app: 'b' }),
    );
    const { reflector, kept } = watch(configMaps);
    await until(() => reflector.cache.size, 300);
    await apply(configMap('added'), {
      ...configMap('listed-0'),
      data: { key: 'value' },
    });
    await kubectl(['delete', 'configmap', 'listed-1', 'listed-2']);
    await kubectl(['label', '--overwrite', 'configmap/listed-3', 'app=b']);
    await until(kept, await listed('configmaps'));
    expect(reflector.cache.get('watched/listed-3')).toBeUndefined();
    expect(reflector.state.phase).toBe('watching');
  });

  it('says that it may not read, and reads once it may', async () => {
    await kubectl(['create', 'serviceaccount', 'reader']);
    const { reflector, kept } = watch(configMaps, () =>
      kubectl(['create', 'token', 'reader']).then(token => token.trim()),
    );
    await until(() => reflector.state.phase, 'failing');
    expect(reflector.state).toMatchObject({
      failure: { kind: 'forbidden', message: 'answered with status 403' },
    });
    expect(reflector.cache.size).toBe(0);
    await kubectl([
      ...['create', 'role', 'reader', '--resource=configmaps'],
      '--verb=get,list,watch',
    ]);
    await kubectl([
      ...['create', 'rolebinding', 'reader', '--role=reader'],
      '--serviceaccount=watched:reader',
    ]);
    await until(() => reflector.state.phase, 'watching');
    await until(kept, await listed('configmaps'));
  });

  it('brings other credentials when those that it has are refused', async () => {
    const tokens = ['made-up', 'made-up-too'];
    const { reflector, connections } = watch(
      configMaps,
      async () =>
        tokens.shift() ??
        (await kubectl(['create', 'token', 'default'])).trim(),
    );
    await until(() => reflector.state.phase, 'failing');
    // Known by now, and without permission.
    await until(
      () => reflector.state.phase === 'failing' && reflector.state.failure.kind,
      'forbidden',
    );
    expect(connections).toHaveLength(3);
  });

  it('takes a kind whose CRD comes and goes as it is', async () => {
    const { reflector, kept } = watch(certificates);
    await until(() => reflector.state.phase, 'absent');
    await plane.applyCrds(await crds());
    await apply({
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'saml', labels: { app: 'a' } },
      spec: { secretName: 'saml', issuerRef: { name: 'ca' } },
    });
    await until(() => reflector.state.phase, 'watching');
    await until(kept, await listed('certificates'));
    expect(reflector.cache.size).toBe(1);
    await kubectl(['delete', 'crd', 'certificates.cert-manager.io']);
    await until(() => reflector.state.phase, 'absent');
    expect(reflector.cache.size).toBe(0);
  });
});
