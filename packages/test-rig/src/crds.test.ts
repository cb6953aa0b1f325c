import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheHome } from './cache';
import { crds, crdSource } from './crds';
import { describeWithTools } from './describeWithTools';
import { packageFile } from './packageFile';
import { ControlPlane, startControlPlane } from './startControlPlane';
import { ToolUnavailable } from './ToolUnavailable';

/** One of each kind, with what a generated repository says in it. */
const samples = [
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    plural: 'applications',
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://git.example.com/team/a.git',
        targetRevision: 'main',
        path: 'k8s/overlays/production',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'alexandria',
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true'],
        retry: { limit: 5, backoff: { duration: '10s', factor: 2 } },
      },
    },
    wrong: { project: 'default', destination: 'here' },
    because: 'spec.destination',
  },
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    plural: 'certificates',
    spec: {
      secretName: 'alexandria-saml',
      commonName: 'alexandria',
      duration: '87600h',
      issuerRef: { name: 'internal', kind: 'ClusterIssuer' },
      privateKey: { algorithm: 'RSA', size: 4096, rotationPolicy: 'Never' },
      usages: ['digital signature'],
    },
    wrong: {
      secretName: 'alexandria-saml',
      issuerRef: { name: 'internal' },
      privateKey: { rotationPolicy: 'Sometimes' },
    },
    because: 'spec.privateKey.rotationPolicy',
  },
  {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    plural: 'externalsecrets',
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
      target: { name: 'alexandria-external', creationPolicy: 'Owner' },
      data: [
        {
          secretKey: 'jwt-secret',
          remoteRef: { key: 'alexandria/jwt-secret', property: 'value' },
        },
      ],
    },
    wrong: { data: [{ secretKey: 'jwt-secret', remoteRef: {} }] },
    because: 'spec.data[0].remoteRef.key',
  },
  {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    plural: 'gitrepositories',
    spec: {
      url: 'https://git.example.com/team/a.git',
      interval: '5m',
      ref: { branch: 'main' },
    },
    wrong: { url: 'git.example.com/team/a.git', interval: '5m' },
    because: 'spec.url',
  },
  {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    plural: 'httproutes',
    spec: {
      parentRefs: [{ name: 'public', namespace: 'gateways' }],
      hostnames: ['alexandria.example.com'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: 'alexandria', port: 80 }],
        },
      ],
    },
    wrong: { hostnames: ['https://alexandria.example.com'] },
    because: 'spec.hostnames[0]',
  },
  {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    plural: 'kustomizations',
    spec: {
      interval: '10m',
      path: './k8s/overlays/production',
      prune: true,
      sourceRef: { kind: 'GitRepository', name: 'alexandria' },
      targetNamespace: 'alexandria',
    },
    wrong: {
      interval: '10m',
      sourceRef: { kind: 'GitRepository', name: 'alexandria' },
    },
    because: 'spec.prune',
  },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    plural: 'servicemonitors',
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': 'alexandria' } },
      endpoints: [{ port: 'metrics', path: '/metrics', interval: '30s' }],
    },
    wrong: {
      selector: {},
      endpoints: [{ port: 'metrics', interval: 'often' }],
    },
    because: 'spec.endpoints[0].interval',
  },
];

describeWithTools('crds', ['control-plane'], () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await startControlPlane();
    await plane.applyCrds(await crds());
  }, 90_000);

  afterAll(async () => {
    await plane?.stop();
  }, 30_000);

  const dryRun = (
    { apiVersion, kind }: (typeof samples)[number],
    spec: object,
  ) =>
    plane.kubectl(
      ['apply', '--dry-run=server', '--validate=strict', '-f', '-'],
      {
        input: JSON.stringify({
          apiVersion,
          kind,
          metadata: { name: 'sample', namespace: 'default' },
          spec,
        }),
      },
    );

  it('are those kinds, in namespaces, and no others', async () => {
    const { stdout } = await plane.kubectl([
      'get',
      'crds',
      '--output=jsonpath={range .items[*]}{.spec.names.kind} {.metadata.name} {.spec.scope} {.spec.versions[*].name}{"\\n"}{end}',
    ]);
    expect(stdout.trim().split('\n').sort()).toEqual(
      samples.map(({ apiVersion, kind, plural }) => {
        const [group, version] = apiVersion.split('/');
        return `${kind} ${plural}.${group} Namespaced ${version}`;
      }),
    );
  });

  it.each(samples)('accept a $kind', async sample => {
    expect(await dryRun(sample, sample.spec)).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it.each(samples)('refuse an unknown field of a $kind', async sample => {
    const { code, stderr } = await dryRun(sample, {
      ...sample.spec,
      noSuchField: true,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('unknown field "spec.noSuchField"');
  });

  it.each(samples)('refuse a wrong value in a $kind', async sample => {
    const { code, stderr } = await dryRun(sample, sample.wrong);
    expect(code).toBe(1);
    expect(stderr).toContain(sample.because);
  });

  it('are kept: the generated ones in the cache, ours in the package', async () => {
    const paths = await crds();
    expect(crdSource.find()).toEqual(paths);
    const own = paths.filter(path => !path.startsWith(cacheHome()));
    expect(own.sort()).toEqual(
      readdirSync(packageFile('crds'))
        .map(file => packageFile('crds', file))
        .sort(),
    );
    const folder = dirname(paths.find(path => !own.includes(path)) ?? '');
    expect(
      readdirSync(folder)
        .map(file => join(folder, file))
        .sort(),
    ).toEqual(paths.filter(path => !own.includes(path)).sort());
  });
});

describe('crds without Go', () => {
  const { PATH, XDG_CACHE_HOME } = process.env;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crds-test-'));
    process.env.XDG_CACHE_HOME = folder;
    process.env.PATH = folder;
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  afterEach(() => {
    process.env.PATH = PATH;
    process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
    if (XDG_CACHE_HOME === undefined) {
      delete process.env.XDG_CACHE_HOME;
    }
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('are unavailable, and nothing is kept', async () => {
    const error = await crds().catch(thrown => thrown);
    expect(error).toBeInstanceOf(ToolUnavailable);
    expect(error.message).toMatch(
      /^the set of CRDs by controller-gen \d+\.\d+\.\d+ is unavailable: there is no go on the PATH\. Install Go/,
    );
    expect(readdirSync(cacheHome())).toEqual([]);
  });
});
