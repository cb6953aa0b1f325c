import { diffLines } from 'diff';
import { isTeamOwned, paths } from '../repository/paths';
import type { RepositoryRecord } from '../repository/readRecord';
import type { Instance } from '../instance';
import type { Issue } from '../result';
import type { Layer } from '../repository/RepositoryPlan';
import type { KeptEdit, PlannedFile } from './ChangePlan';
import { Decided, FileSide, MergedFile, mergeFile } from './mergeFile';
import type { PlanConflict } from './PlanConflict';
import { ABSENT, UNKNOWN } from './shown';
import {
  Bases,
  edited,
  type Files,
  type Generated,
  presentSide,
  pureSide,
  readLayer,
} from './Sides';

/** The repository as merged, and what stands behind it. */
export interface MergedRepository {
  before: Generated;
  after: Generated;
  files: PlannedFile[];
  kept: KeptEdit[];
  conflicts: PlanConflict[];
  issues: Issue[];
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** How much of a text is another one's no more. */
function distance(from: string, to: string): number {
  return (
    diffLines(from, to, { maxEditLength: 4000 })?.reduce(
      (sum, { added, removed, count }) => sum + (added || removed ? count : 0),
      0,
    ) ?? Infinity
  );
}

class Merge {
  readonly files: PlannedFile[] = [];
  readonly kept: KeptEdit[] = [];
  readonly conflicts: PlanConflict[] = [];
  readonly issues: Issue[] = [];
  readonly before: Generated;
  readonly pureAfter: Generated;
  readonly bases: Bases;

  constructor(
    readonly present: Files,
    readonly record: RepositoryRecord,
    readonly instance: Instance,
    readonly decided: Decided,
  ) {
    this.before = presentSide(record, present);
    this.pureAfter = pureSide(instance);
    this.bases = new Bases(record, present, this.before.pure);
  }

  #add(
    path: string,
    base: FileSide,
    ours: string | typeof ABSENT,
    { content, conflicts }: MergedFile,
  ): string | typeof ABSENT {
    const present = this.present.get(path) ?? ABSENT;
    this.conflicts.push(...conflicts);
    const isBaseKnown = base !== UNKNOWN;
    if (present !== ABSENT && content !== ABSENT && content !== ours) {
      this.kept.push({ path, kind: 'edited', isBaseKnown });
    } else if (present === ABSENT && content === ABSENT && ours !== ABSENT) {
      this.kept.push({ path, kind: 'deleted', isBaseKnown });
    }
    if (content === present) {
      return content;
    }
    if (content === ABSENT) {
      this.files.push({ path, action: 'remove', origin: 'generated' });
      return content;
    }
    this.files.push({
      path,
      action: present === ABSENT ? 'add' : 'change',
      content,
      origin: content === ours ? 'generated' : 'merged',
    });
    return content;
  }

  #merged(path: string, base: FileSide, ours: string | typeof ABSENT) {
    const theirs = this.present.get(path) ?? ABSENT;
    return this.#add(
      path,
      base,
      ours,
      mergeFile(path, base, theirs, ours, this.decided),
    );
  }

  /** Environments that have a values file. */
  get #withValues() {
    const { plan } = this.pureAfter;
    return plan.hasHelm ? plan.environments : [];
  }

  /** What of the values files differs from the new answers once they are merged. */
  values(): Map<string, Layer> {
    const layers = new Map<string, Layer>();
    for (const { name } of this.#withValues) {
      const path = paths.values(name);
      const ours = this.pureAfter.pure.get(path) ?? ABSENT;
      const text = this.#merged(path, this.bases.of(path), ours);
      if (text === ABSENT || text === ours) {
        continue;
      }
      const layer = readLayer(this.instance, name, text);
      if (layer.ok) {
        layers.set(name, layer.value);
      } else {
        this.issues.push(
          ...layer.issues.map(issue => ({
            ...issue,
            path: issue.path === '' ? path : `${path}: ${issue.path}`,
          })),
        );
      }
    }
    return layers;
  }

  /** Of what follows from values that people edited, what was there before is what follows from those values. */
  #derivedBase(path: string, theirs: string | typeof ABSENT): FileSide {
    const base = this.bases.of(path);
    if (!this.before.isEdited || this.#isSource(path)) {
      return base;
    }
    const derived = this.before.derived.get(path) ?? ABSENT;
    if (derived === theirs) {
      return theirs;
    }
    if (
      base === theirs ||
      typeof base !== 'string' ||
      typeof derived !== 'string' ||
      typeof theirs !== 'string'
    ) {
      return base;
    }
    return distance(derived, theirs) < distance(base, theirs) ? derived : base;
  }

  /** What follows from no values. */
  #isSource(path: string): boolean {
    return (
      path.startsWith(`${paths.chart}/`) ||
      /^values-[^/]+\.yaml$/.test(path) ||
      isTeamOwned(path)
    );
  }

  /** The team's own files are written once. */
  #teamOwned(path: string, ours: string | typeof ABSENT): void {
    const theirs = this.present.get(path) ?? ABSENT;
    const base = this.bases.of(path);
    if (ours === ABSENT || (theirs === ABSENT && base === ABSENT)) {
      this.#merged(path, base, ours);
    }
  }

  rest(after: Generated): void {
    const settled = new Set([
      paths.instance,
      ...this.#withValues.map(({ name }) => paths.values(name)),
    ]);
    const all = new Set([
      ...this.before.pure.keys(),
      ...this.before.derived.keys(),
      ...Object.keys(this.record.hashes),
      ...after.pure.keys(),
      ...after.derived.keys(),
    ]);
    for (const path of all) {
      if (settled.has(path)) {
        continue;
      }
      const from = this.#isSource(path) ? after.pure : after.derived;
      const ours = from.get(path) ?? ABSENT;
      if (isTeamOwned(path)) {
        this.#teamOwned(path, ours);
      } else {
        const theirs = this.present.get(path) ?? ABSENT;
        this.#merged(path, this.#derivedBase(path, theirs), ours);
      }
    }
    const record = this.pureAfter.pure.get(paths.instance) ?? ABSENT;
    const written =
      this.present.get(paths.instance) === this.before.pure.get(paths.instance)
        ? this.before.pure.get(paths.instance)
        : this.bases.ofRecord();
    this.#merged(paths.instance, written ?? UNKNOWN, record);
  }
}

/**
 * Merges a repository with what the generator gives for new answers. The values files come first: what is rendered from them is
 * rendered from what they say once merged, as the repository's own validation wants it.
 */
export function mergeRepository(
  present: Files,
  record: RepositoryRecord,
  instance: Instance,
  decided: Decided,
): MergedRepository {
  const merge = new Merge(present, record, instance, decided);
  const layers = merge.values();
  const after = edited(merge.pureAfter, layers);
  merge.rest(after);
  const sorted = <T extends { path: string }>(items: T[]) =>
    items.sort((a, b) => compare(a.path, b.path));
  return {
    before: merge.before,
    after,
    files: sorted(merge.files),
    kept: sorted(merge.kept),
    conflicts: sorted(merge.conflicts),
    issues: merge.issues,
  };
}
