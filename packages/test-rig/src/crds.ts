import { packageFile } from './packageFile';

/**
 * The custom resources that an Alexandria instance can make use of, as their projects released them:
 * `crds/<file>` is the file of that release, byte for byte (README.md names tags, paths and hashes).
 */
const files = [
  'argoproj.io_applications.yaml',
  'cert-manager.io_certificates.yaml',
  'external-secrets.io_externalsecrets.yaml',
  'gateway.networking.k8s.io_httproutes.yaml',
  'kustomize.toolkit.fluxcd.io_kustomizations.yaml',
  'monitoring.coreos.com_servicemonitors.yaml',
  'source.toolkit.fluxcd.io_gitrepositories.yaml',
];

/** Absolute paths of the CRDs, for `ControlPlane.applyCrds`. */
export async function crds(): Promise<string[]> {
  return files.map(file => packageFile('crds', file));
}
