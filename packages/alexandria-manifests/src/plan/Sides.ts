import type { GeneratedFile } from '../GeneratedFile';
import type { Instance } from '../instance';
import { digest, RECORD_HEADER } from '../repository/instanceFile';
import { derivedFiles, filesOf } from '../repository/generateRepository';
import { isTeamOwned, paths } from '../repository/paths';
import type { RepositoryRecord } from '../repository/readRecord';
import {
  type Layer,
  planRepository,
  type RepositoryPlan,
  withLayers,
} from '../repository/RepositoryPlan';
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
  /** With the values that people edited, where they are accepted. */
  plan: RepositoryPlan;
  /** For the answers alone. */
  pure: Files;
  /** What follows from values files that differ from the answers; the pure ones where none does. */
  derived: Files;
  /** Whether any values differ from the answers. */
  isEdited: boolean;
}

/** Reads a values file as what is deployed from it, in the cluster and by Kustomize. */
export function readLayer(
  instance: Instance,
  environment: string,
  text: string,
): Result<Layer> {
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
    ? {
        ok: true,
        value: {
          given: read.value as ValuesInput,
          values: resolved.value,
        },
        warnings: [],
      }
    : { ok: false, issues, warnings: [] };
}

/** What the generator gives for answers, before anybody edited anything. */
export function pureSide(instance: Instance): Generated {
  const plan = planRepository(instance);
  const pure = byPath(filesOf(plan));
  return { plan, pure, derived: pure, isEdited: false };
}

/** The same with values files that differ from the answers. */
export function edited(
  side: Generated,
  layers: ReadonlyMap<string, Layer>,
): Generated {
  if (layers.size === 0) {
    return side;
  }
  const plan = withLayers(side.plan, layers);
  return { ...side, plan, derived: byPath(derivedFiles(plan)), isEdited: true };
}

/** The repository as it was generated, and what follows from the values that are in it now. */
export function presentSide({ instance }: RepositoryRecord, files: Files) {
  const side = pureSide(instance);
  const layers = new Map<string, Layer>();
  for (const { name } of side.plan.hasHelm ? instance.environments : []) {
    const path = paths.values(name);
    const text = files.get(path);
    if (text !== undefined && text !== side.pure.get(path)) {
      const layer = readLayer(instance, name, text);
      if (layer.ok) {
        layers.set(name, layer.value);
      }
    }
  }
  return edited(side, layers);
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
