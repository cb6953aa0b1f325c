import {
  Environment,
  Instance,
  releaseForEnvironment,
  valuesForEnvironment,
} from '../instance';
import { Result } from '../result';
import { Release, resolveValues, Values } from '../values';
import { readYaml } from '../yaml';
import { digest } from './instanceFile';
import { paths } from './paths';
import { places, readRecord, refuseOther } from './readRecord';

/**
 * One environment of a repository, as the files of the repository have it.
 *
 * @public
 */
export interface RepositoryEnvironment {
  name: string;
  /** As the portal and the GitOps tool know it. */
  cluster: string;
  release: Release;
  /** The file that its values are read from, relative to the root. */
  source: string;
  /** What it asks for; absent where that cannot be known from the values. */
  values?: Values;
  /** Why there are no values, in one sentence without a value in it. */
  problem?: string;
}

/** The folders of which something is read, beside the values files. */
const FOLDER = 'k8s/';

/**
 * Whether readRepository looks at a file.
 *
 * @param path - relative to the root of the repository
 *
 * @public
 */
export function isReadOfRepository(path: string): boolean {
  return (
    path === paths.instance ||
    /^values-[^/]+\.yaml$/.test(path) ||
    path.startsWith(FOLDER)
  );
}

type Files = ReadonlyMap<string, string>;
type Hashes = Readonly<Record<string, string>>;

/** Whether all that was generated below a folder is as it was. */
function isAsGenerated(files: Files, hashes: Hashes, folder: string): boolean {
  const inFolder = (path: string) => path.startsWith(`${folder}/`);
  const generated = Object.keys(hashes).filter(inFolder);
  return (
    generated.length > 0 &&
    generated.every(path => {
      const content = files.get(path);
      return content !== undefined && digest(content) === hashes[path];
    })
  );
}

/** Whether the team's Component does nothing, as it is generated. */
export function hasPatches(files: Files, environment: string): boolean {
  const folder = `${paths.overlay(environment)}/patches/`;
  return [...files].some(([path, content]) => {
    if (!path.startsWith(folder)) {
      return false;
    }
    const read = readYaml(content);
    return (
      path !== `${folder}kustomization.yaml` ||
      !read.ok ||
      Object.keys(read.value as object).some(
        key => !['apiVersion', 'kind', 'generatorOptions'].includes(key),
      )
    );
  });
}

/** Why what the values say is not, or not surely, what is deployed. */
function problemOf(
  { delivery: { manifests } }: Instance,
  { name }: Environment,
  files: Files,
  hashes: Hashes,
): string | undefined {
  if (manifests !== 'helm' && hasPatches(files, name)) {
    return `${paths.overlay(name)}/patches changes what the values render`;
  }
  const generated =
    manifests === 'kustomize'
      ? [paths.base, paths.overlay(name)]
      : [paths.chart];
  const changed = generated.find(
    folder => !isAsGenerated(files, hashes, folder),
  );
  return changed === undefined
    ? undefined
    : `${changed} was changed since it was generated`;
}

/** The values file where there is one; without Helm the overlay is made of the answers. */
function given(
  instance: Instance,
  { name }: Environment,
  files: Files,
): Result<unknown> {
  if (instance.delivery.manifests === 'kustomize') {
    return {
      ok: true,
      value: valuesForEnvironment(instance, name),
      warnings: [],
    };
  }
  const text = files.get(paths.values(name));
  return text === undefined
    ? {
        ok: false,
        issues: [{ path: '', message: 'is not there' }],
        warnings: [],
      }
    : readYaml(text);
}

/**
 * What a generated repository asks for: of each environment where it belongs, and its values, from its values file.
 * Where something else than the values decides what is deployed, such as a chart that was changed, it says that instead.
 *
 * @param files - text by path; those that isReadOfRepository names
 *
 * @public
 */
export function readRepository(
  files: ReadonlyMap<string, string>,
): Result<RepositoryEnvironment[]> {
  const record = readRecord(files, refuseOther);
  if (!record.ok) {
    return record;
  }
  const { instance, hashes } = record.value;
  const environments = instance.environments.map(environment => {
    const { name, cluster } = environment;
    const release = releaseForEnvironment(instance, name);
    const source =
      instance.delivery.manifests === 'kustomize'
        ? paths.instance
        : paths.values(name);
    const base = { name, cluster, release, source };
    const problem = problemOf(instance, environment, files, hashes);
    if (problem !== undefined) {
      return { ...base, problem };
    }
    const layer = given(instance, environment, files);
    const values = layer.ok ? resolveValues([layer.value], release) : layer;
    return values.ok
      ? { ...base, values: values.value }
      : {
          ...base,
          problem: `${source} is not accepted: ${places(values.issues)}`,
        };
  });
  return { ok: true, value: environments, warnings: [] };
}
