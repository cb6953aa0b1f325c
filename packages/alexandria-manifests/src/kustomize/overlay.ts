import { KubernetesObject, renderObjects } from '../objects';
import { writeYaml } from '../yaml';
import type { GeneratedFile } from '../GeneratedFile';
import { byIdentity } from './base';
import { fileName } from './fileName';
import { identity, withoutNamespace } from './identity';
import { jsonPatch } from './jsonPatch';
import type { KustomizeEnvironment } from './renderKustomize';

interface Patch {
  path: string;
  /** The core group has no name. */
  target?: {
    group: string | undefined;
    version: string;
    kind: string;
    name: string;
  };
}

interface Part {
  file: GeneratedFile;
  patch?: Patch;
}

function target({ apiVersion, kind, metadata: { name } }: KubernetesObject) {
  const [version, group]: (string | undefined)[] = apiVersion
    .split('/')
    .reverse();
  return { group, version, kind, name };
}

/** One that the base has and the environment has not. */
function deletion(object: KubernetesObject): Part {
  const path = `${fileName(object)}-delete.yaml`;
  const { apiVersion, kind, metadata } = object;
  return {
    file: {
      path,
      content: writeYaml({
        apiVersion,
        kind,
        metadata: { name: metadata.name },
        $patch: 'delete',
      }),
    },
    patch: { path },
  };
}

/** One that both have, when they differ. */
function change(base: KubernetesObject, object: KubernetesObject): Part[] {
  const operations = jsonPatch(base, object);
  if (operations.length === 0) {
    return [];
  }
  const path = `${fileName(object)}-patch.yaml`;
  return [
    {
      file: { path, content: writeYaml(operations) },
      patch: { path, target: target(object) },
    },
  ];
}

/** One that only the environment has. */
function addition(object: KubernetesObject): Part {
  return {
    file: { path: `${fileName(object)}.yaml`, content: writeYaml(object) },
  };
}

function kustomization(
  { name, release }: KustomizeEnvironment,
  parts: Part[],
): GeneratedFile {
  const resources = parts
    .filter(({ patch }) => patch === undefined)
    .map(({ file }) => file.path);
  const patches = parts.flatMap(({ patch }) => patch ?? []);
  return {
    path: 'kustomization.yaml',
    content: writeYaml(
      {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        namespace: release.namespace,
        resources: ['../../manifests', ...resources],
        ...(patches.length === 0 ? {} : { patches }),
        components: ['patches'],
      },
      {
        header: `What ${name} has otherwise than the base. Generated, apart from the folder patches/.`,
      },
    ),
  };
}

/**
 * The place for the team's own changes: it is there from the start, and never written again. Kustomize refuses a
 * Component that says nothing; what this one says changes nothing until it has a generator.
 */
const ownPatches: GeneratedFile = {
  path: 'patches/kustomization.yaml',
  content: writeYaml(
    {
      apiVersion: 'kustomize.config.k8s.io/v1alpha1',
      kind: 'Component',
      generatorOptions: { disableNameSuffixHash: true },
    },
    {
      header:
        'Yours: never written again. Add resources and patches here; they come after everything generated.',
    },
  ),
};

/** Files of an overlay, relative to its folder. */
export function overlay(
  environment: KustomizeEnvironment,
  base: Map<string, KubernetesObject>,
): GeneratedFile[] {
  const { values, release } = environment;
  const objects = byIdentity(
    renderObjects(values, release).map(withoutNamespace),
  );
  const parts = [
    ...[...objects.values()].flatMap(object => {
      const before = base.get(identity(object));
      return before === undefined ? addition(object) : change(before, object);
    }),
    ...[...base.values()]
      .filter(object => !objects.has(identity(object)))
      .map(deletion),
  ];
  return [
    kustomization(environment, parts),
    ...parts.map(({ file }) => file),
    ownPatches,
  ];
}
