import { packageFile } from './packageFile';

/** A CustomResourceDefinition as its project released it: `crds/<file>` is that file, byte for byte. */
export interface ReleasedCrd {
  file: string;
  /** On GitHub. */
  repository: string;
  tag: string;
  /** In the repository. */
  path: string;
  sha256: string;
}

/** The custom resources that an Alexandria instance and its delivery can make use of. */
export const releasedCrds: ReleasedCrd[] = [
  {
    file: 'argoproj.io_applications.yaml',
    repository: 'argoproj/argo-cd',
    tag: 'v3.5.1',
    path: 'manifests/crds/application-crd.yaml',
    sha256: '5dde0e229249b6b707beb98674c1deae3949d5c319a6c45b9f5a80c99618e40c',
  },
  {
    file: 'cert-manager.io_certificates.yaml',
    repository: 'cert-manager/cert-manager',
    tag: 'v1.21.1',
    path: 'deploy/crds/cert-manager.io_certificates.yaml',
    sha256: '7ad91029c00ec959d54215b19d3b1a9b7e0247eaa60f987151c2b70d8661f8af',
  },
  {
    file: 'external-secrets.io_externalsecrets.yaml',
    repository: 'external-secrets/external-secrets',
    tag: 'v2.9.0',
    path: 'config/crds/bases/external-secrets.io_externalsecrets.yaml',
    sha256: '5044be5a610ca90a075f34f03ed20b462695c43387ba9410db7f4250e47b1e2f',
  },
  {
    file: 'gateway.networking.k8s.io_httproutes.yaml',
    repository: 'kubernetes-sigs/gateway-api',
    tag: 'v1.6.1',
    path: 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
    sha256: 'a424a0d6c953b162e71d1d97bb7e75012d8f1ac264e7274f2763d1b96ab39852',
  },
  {
    file: 'kustomize.toolkit.fluxcd.io_kustomizations.yaml',
    repository: 'fluxcd/kustomize-controller',
    tag: 'v1.9.4',
    path: 'config/crd/bases/kustomize.toolkit.fluxcd.io_kustomizations.yaml',
    sha256: 'da23ca0e6b4c80d3d26a91583137491e147ef4ef1e2208aece0d0af4ef851974',
  },
  {
    file: 'monitoring.coreos.com_servicemonitors.yaml',
    repository: 'prometheus-operator/prometheus-operator',
    tag: 'v0.93.0',
    path: 'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
    sha256: 'a99047972c9dd7679ce2050b9968e8a08773492e671b3e17abd476d42aa78a32',
  },
  {
    file: 'source.toolkit.fluxcd.io_gitrepositories.yaml',
    repository: 'fluxcd/source-controller',
    tag: 'v1.9.1',
    path: 'config/crd/bases/source.toolkit.fluxcd.io_gitrepositories.yaml',
    sha256: '39a5a46c81539c992abc53f9be3e5434cd70d50a10d169b1e8a450e0df1c9d09',
  },
];

/** Absolute paths of the CRDs, for `ControlPlane.applyCrds`. */
export async function crds(): Promise<string[]> {
  return releasedCrds.map(({ file }) => packageFile('crds', file));
}
