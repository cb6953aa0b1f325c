import {
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import type {
  GeneratedFile,
  Instance,
  Issue,
} from '@alexandriaproject/alexandria-manifests';
import { completeEnvironments } from './completeEnvironments';
import { environmentPreview } from './EnvironmentPreview';
import type { EnvironmentPreview } from './EnvironmentPreview';
import { once } from './once';

/** What complete answers generate. Everything is worked out when it is asked for, and once. */
export interface CompletePreview {
  instance: Instance;
  /** As answered. */
  environmentNames: string[];
  /** @throws RangeError when the instance has no environment of that name */
  environment(name: string): EnvironmentPreview;
  /** The repository, sorted as it is generated. */
  files(): GeneratedFile[];
}

/** The answers as they stand, and the last that were complete. */
export interface Preview {
  /** Everything wrong with the answers as they stand. */
  issues: Issue[];
  /** What works in the answers as they stand, and is probably not meant. */
  warnings: Issue[];
  /**
   * From the answers as they stand, when there are no issues; else without the environments that are incomplete, or from
   * the last answers that were complete. Absent before the first.
   */
  shown?: CompletePreview;
  /** Whether incomplete environments are left out of what is shown. */
  isPartial?: boolean;
}

/**
 * The environments that somebody has looked at, by preview. Kept beside the previews: one that held the one before
 * would keep them all.
 */
const looked = new WeakMap<CompletePreview, Map<string, EnvironmentPreview>>();

function completePreview(
  instance: Instance,
  before: CompletePreview | undefined,
): CompletePreview {
  const environmentNames = instance.environments.map(({ name }) => name);
  const earlier = new Map(before && looked.get(before));
  const environments = new Map<string, EnvironmentPreview>();
  const complete: CompletePreview = {
    instance,
    environmentNames,
    environment(name) {
      const environment =
        environments.get(name) ??
        environmentPreview(instance, name, earlier.get(name));
      environments.set(name, environment);
      return environment;
    },
    files: once(() => generateRepository(instance)),
  };
  looked.set(complete, environments);
  return complete;
}

/** Whether nothing that is shown would vanish. */
function keepsAll(instance: Instance, before: CompletePreview | undefined) {
  const names = instance.environments.map(({ name }) => name);
  return (
    before === undefined ||
    before.environmentNames.every(name => names.includes(name))
  );
}

/**
 * What will be generated from answers, which may be incomplete.
 *
 * Pure: what it remembers of the preview before saves work and changes no result.
 *
 * @param answers - as typed so far, of any shape
 * @param before - the preview until now: what it shows stays while the answers have issues, unless all of it can follow
 */
export function computePreview(answers: unknown, before?: Preview): Preview {
  const parsed = parseInstance(answers);
  if (parsed.ok) {
    return {
      issues: [],
      warnings: parsed.warnings,
      shown: completePreview(parsed.value, before?.shown),
    };
  }
  const { issues, warnings } = parsed;
  const rest = completeEnvironments(answers, issues);
  return rest && keepsAll(rest, before?.shown)
    ? {
        issues,
        warnings,
        shown: completePreview(rest, before?.shown),
        isPartial: true,
      }
    : { issues, warnings, shown: before?.shown };
}
