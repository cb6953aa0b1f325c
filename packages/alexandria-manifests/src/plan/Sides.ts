import type { GeneratedFile } from '../GeneratedFile';
import type { Instance } from '../instance';
import { digest, RECORD_HEADER } from '../repository/instanceFile';
import {
  derivedFiles,
  generateRepository,
} from '../repository/generateRepository';
import { isTeamOwned, paths } from '../repository/paths';
import type { RepositoryRecord } from '../repository/readRecord';
import { Layers, planRepository } from '../repository/RepositoryPlan';
import { gitopsIssues, resolveValues, type ValuesInput } from '../values';
import { releaseForEnvironment } from '../instance';
import { isMap } from '../values/mergeValues';
import type { Result } from '../result';
import { readYaml, writeYaml } from '../yaml';
import type { FileSide } from './mergeFile';
import { ABSENT, UNKNOWN } from './shown';

export type Files = ReadonlyMap<string, string>;

/** Files by path. */
export const byPath = (files: readonly GeneratedFile[]): Map<string, string> =>
  new Map(files.map(({ path, content }) => [path, content]));

/** What the generator gives for answers: from their own values, and from those that people edited. */
export interface Generated {
  instance: Instance;
  /** For the answers alone. */
  pure: Files;
  /** What follows from values files that differ from the answers; the pure ones where none does. */
  derived: Files;
  /** Values that differ from the answers, by environment. */
  layers: Layers;
}

export const hasHelm = ({ delivery }: Instance) =>
  delivery.manifests !== 'kustomize';

/** Reads a values file as what is deployed from it, in the cluster and by Kustomize. */
export function readLayer(
  instance: Instance,
  environment: string,
  text: string,
): Result<ValuesInput> {
  const read = readYaml(text);
  if (!read.ok) {
    return read;
  }
  const resolved = resolveValues(
    [read.value],
    releaseForEnvironment(instance, environment),
  );
  if (!resolved.ok) {
    return resolved;
  }
  const issues =
    instance.delivery.manifests === 'helm' ? [] : gitopsIssues(resolved.value);
  return issues.length === 0 && isMap(read.value)
    ? { ok: true, value: read.value as ValuesInput, warnings: [] }
    : { ok: false, issues, warnings: [] };
}

/** What follows from answers and from values files of which some differ from them. */
export function generated(
  instance: Instance,
  pure: Files,
  layers: Layers,
): Generated {
  return {
    instance,
    pure,
    layers,
    derived:
      layers.size === 0
        ? pure
        : byPath(derivedFiles(planRepository(instance, layers))),
  };
}

/** The repository as it was generated, and what follows from the values that are in it now. */
export function presentSide(record: RepositoryRecord, files: Files): Generated {
  const { instance } = record;
  const pure = byPath(generateRepository(instance));
  const layers = new Map<string, ValuesInput>();
  for (const { name } of hasHelm(instance) ? instance.environments : []) {
    const text = files.get(paths.values(name));
    if (text !== undefined && text !== pure.get(paths.values(name))) {
      const layer = readLayer(instance, name, text);
      if (layer.ok) {
        layers.set(name, layer.value);
      }
    }
  }
  return generated(instance, pure, layers);
}

/** Tells what every file was when it was generated. */
export class Bases {
  readonly #isRegenerated: boolean;

  constructor(
    readonly record: RepositoryRecord,
    readonly files: Files,
    readonly pure: Files,
  ) {
    this.#isRegenerated =
      files.get(paths.instance) === pure.get(paths.instance);
  }

  /**
   * What was generated: what the generator gives for the recorded answers where its hash is the recorded one, else the present
   * file where that has it. What neither has cannot be known any more.
   */
  of(path: string): FileSide {
    const regenerated = this.pure.get(path);
    if (this.#isRegenerated || isTeamOwned(path)) {
      return regenerated ?? ABSENT;
    }
    const recorded = Object.hasOwn(this.record.hashes, path)
      ? this.record.hashes[path]
      : undefined;
    const present = this.files.get(path);
    if (recorded === undefined) {
      return present === undefined || regenerated === undefined
        ? ABSENT
        : UNKNOWN;
    }
    if (regenerated !== undefined && digest(regenerated) === recorded) {
      return regenerated;
    }
    return present !== undefined && digest(present) === recorded
      ? present
      : UNKNOWN;
  }

  /** The record as it was written: everything in it is the generator's, but for comments and keys of others. */
  ofRecord(): string {
    const { schemaVersion, generatorVersion, answers, files } = this.record
      .written as Record<string, unknown>;
    return writeYaml(
      { schemaVersion, generatorVersion, answers, files },
      { header: RECORD_HEADER },
    );
  }
}
