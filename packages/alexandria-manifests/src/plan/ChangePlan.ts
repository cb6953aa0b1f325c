import type { Instance } from '../instance';
import type { ChecklistItem } from '../checklist';
import type { Issue } from '../result';
import type { Decision, PlanConflict, Shown } from './PlanConflict';

/**
 * One field that is not as it was.
 *
 * @public
 */
export interface FieldChange {
  /** As in {@link Issue}; an item of a list that has a name is `[name=api]` instead of its position. */
  path: string;
  from: Shown;
  to: Shown;
}

/**
 * What becomes of one file of the repository. Files that stay as they are, and those that no generator made, have none.
 *
 * @public
 */
export interface PlannedFile {
  path: string;
  action: 'add' | 'change' | 'remove';
  /** The whole text; absent for one that is removed. With conflicts that nobody decided it has what is there today. */
  content?: string;
  /** `generated`: as the generator writes it; `merged`: with what people edited by hand. */
  origin: 'generated' | 'merged';
}

/**
 * What was done by hand to a generated file, and is kept.
 *
 * @public
 */
export interface KeptEdit {
  path: string;
  /** `edited` and still there, or `deleted` and not brought back. */
  kind: 'edited' | 'deleted';
  /**
   * Whether what was generated is known exactly. If not, because another version wrote it or its record was changed, every
   * place in which the file differs from what would be generated is a conflict.
   */
  isBaseKnown: boolean;
}

/**
 * One object of an environment that is added, changed or removed.
 *
 * @public
 */
export interface ObjectChange {
  action: 'add' | 'change' | 'remove';
  apiVersion: string;
  kind: string;
  name: string;
  /** Absent for what belongs to no namespace. */
  namespace?: string;
  /** What changes in it; empty for one that is added or removed. */
  fields: FieldChange[];
}

/**
 * Pods that are replaced because their template changes.
 *
 * @public
 */
export interface Restart {
  /** Name of the Deployment. */
  deployment: string;
  namespace: string;
  /** The fields of the pod template that change. */
  because: FieldChange[];
  /** `Recreate`: it is away until the new pod is ready. `RollingUpdate`: it serves throughout. */
  strategy: 'Recreate' | 'RollingUpdate';
}

/**
 * Something that an API server refuses to change, that loses data, or that has an effect no object shows.
 *
 * @public
 */
export interface Hazard {
  /** `immutable`: refused in place; `dataLoss`: what was stored is gone or left behind; `caution`: neither. */
  kind: 'immutable' | 'dataLoss' | 'caution';
  /** `Kind/name`, or a value path. */
  subject: string;
  message: string;
  remedy: string;
}

/**
 * A point of the production checklist whose state is another afterwards.
 *
 * @public
 */
export interface ChecklistChange {
  id: string;
  title: string;
  severity: ChecklistItem['severity'];
  /** Absent where the environment is new. */
  from?: ChecklistItem['state'];
  to: ChecklistItem['state'];
  /** What settles it; absent where it is not open. */
  fix?: string;
}

/**
 * What the change means for one environment.
 *
 * @public
 */
export interface EnvironmentChange {
  name: string;
  action: 'add' | 'change' | 'remove' | 'none';
  /** As the portal and the GitOps tool know it; the new one, where it changes. */
  cluster: string;
  /** The new one, where it changes. */
  namespace: string;
  objects: ObjectChange[];
  restarts: Restart[];
  hazards: Hazard[];
  checklist: ChecklistChange[];
  /**
   * Why the objects are not the whole truth, in sentences: patches of the team, manifests edited by hand, values that are not
   * accepted. Empty where they are.
   */
  caveats: string[];
}

/**
 * Something to do by hand, in the order of the list.
 *
 * @public
 */
export interface PlanStep {
  when: 'beforeMerge' | 'afterMerge';
  title: string;
  /** Name of the environment; absent for what concerns all of them. */
  environment?: string;
  /** Why and what to look out for, as Markdown. */
  text: string;
  /** Shell commands, each possibly over several lines. No secret is in them: they ask for it. */
  commands: string[];
}

/**
 * Versions of the generator, which are those of the chart.
 *
 * @public
 */
export interface ChartUpgrade {
  from: string;
  to: string;
}

/**
 * What a change of the answers does to a repository, and to what is deployed from it. Plain data: it survives JSON.
 *
 * @public
 */
export interface ChangePlan {
  /** Name of the instance. */
  instance: string;
  /** The new answers, with every default. */
  answers: Instance;
  /** How they differ from those in the repository. */
  answerChanges: FieldChange[];
  /** Sorted by path; empty when there is nothing to do. */
  files: PlannedFile[];
  kept: KeptEdit[];
  /** All of them, decided or not, sorted by file. */
  conflicts: PlanConflict[];
  /** What makes the merged values unusable; with any, the plan cannot be applied. The path is `<file>: <value path>`. */
  issues: Issue[];
  /** In the order of the answers; those that are removed come last. */
  environments: EnvironmentChange[];
  /** Absent where the version stays. */
  upgrade?: ChartUpgrade;
  steps: PlanStep[];
}

/**
 * What a change is planned from.
 *
 * @public
 */
export interface PlanInput {
  /**
   * The text files of the repository as it is, by path relative to its root. Those that neither the present nor the new answers
   * generate are left alone and need not be given.
   */
  files: ReadonlyMap<string, string>;
  /** The new answers, as parseInstance takes them. */
  answers: unknown;
  /** What was decided about conflicts of an earlier plan of the same files and answers. */
  decisions?: readonly Decision[];
}
