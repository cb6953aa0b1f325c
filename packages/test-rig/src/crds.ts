import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, findCached } from './cache';
import { goModule, unavailableWithoutGo } from './goModule';
import { packageFile } from './packageFile';
import { progress } from './progress';
import { ToolSource } from './Tool';

/** The custom resources whose Go types come as an ordinary module: import path, and the file that controller-gen writes. */
const generated = [
  {
    types: 'github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1',
    file: 'cert-manager.io_certificates.yaml',
  },
  {
    types: 'github.com/fluxcd/kustomize-controller/api/v1',
    file: 'kustomize.toolkit.fluxcd.io_kustomizations.yaml',
  },
  {
    types: 'github.com/fluxcd/source-controller/api/v1',
    file: 'source.toolkit.fluxcd.io_gitrepositories.yaml',
  },
  {
    types:
      'github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1',
    file: 'monitoring.coreos.com_servicemonitors.yaml',
  },
  {
    types: 'sigs.k8s.io/gateway-api/apis/v1',
    file: 'gateway.networking.k8s.io_httproutes.yaml',
  },
];

/** Files of `crds/`, for projects whose Go types do not come as a module of reasonable size. */
const written = [
  'applications.argoproj.io.yaml',
  'externalsecrets.external-secrets.io.yaml',
];

/** An API server takes a CRD of a `*.k8s.io` group only with this annotation, whose value is a URL or starts with "unapproved". */
const approval = 'api-approved.kubernetes.io: unapproved, generated for tests';

const options = [
  // Descriptions are most of the bytes, and validate nothing.
  'crd:maxDescLen=0',
  ...generated.map(({ types }) => `paths=${types}`),
];

function approved(crd: string): string {
  const [before, ...after] = crd.split('\n  annotations:\n');
  if (after.length !== 1) {
    throw new Error(
      'controller-gen wrote a CRD without the annotation that names its version',
    );
  }
  return `${before}\n  annotations:\n    ${approval}\n${after[0]}`;
}

const pinned = goModule('crds');
const version = pinned.version('sigs.k8s.io/controller-tools');
const key = `crds-${pinned.hash(
  JSON.stringify([options, generated, approval]),
)}`;

async function generate(folder: string) {
  const all = join(folder, 'all');
  await mkdir(all);
  await pinned.go([
    'tool',
    'controller-gen',
    ...options,
    `output:crd:dir=${all}`,
  ]);
  for (const { file } of generated) {
    const crd = await readFile(join(all, file), 'utf8');
    await writeFile(
      join(folder, file),
      file.includes('.k8s.io_') ? approved(crd) : crd,
    );
  }
  await rm(all, { recursive: true });
}

const pathsIn = (folder: string) => [
  ...generated.map(({ file }) => join(folder, file)),
  ...written.map(file => packageFile('crds', file)),
];

/** The CRDs as absolute paths, generated on first use. */
export const crdSource: ToolSource<string[]> = {
  name: `the set of CRDs by controller-gen ${version}`,
  find() {
    const folder = findCached(key);
    return folder ? pathsIn(folder) : undefined;
  },
  async obtain() {
    try {
      return pathsIn(
        await cached(key, folder =>
          progress(
            'Generating the CRDs of custom resources',
            'first run only, about 1 minute',
            () => generate(folder),
          ),
        ),
      );
    } catch (error) {
      throw unavailableWithoutGo(crdSource.name, error);
    }
  },
};

/**
 * Absolute paths of the CRDs of what an Alexandria instance and its delivery make use of, for `ControlPlane.applyCrds`:
 * Application, Certificate, ExternalSecret, GitRepository, HTTPRoute, Kustomization and ServiceMonitor.
 */
export function crds(): Promise<string[]> {
  return crdSource.obtain();
}
