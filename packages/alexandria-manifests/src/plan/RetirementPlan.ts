import type { PlanConflict, Decision } from './PlanConflict';
import type { Issue } from '../result';
import type { PlannedFile, PlanStep } from './ChangePlan';

/**
 * What is there only because of an environment, and what becomes of it.
 *
 * @public
 */
export interface Loss {
  environment: string;
  kind: 'volume' | 'secret' | 'host' | 'database' | 'namespace' | 'external';
  /** `PersistentVolumeClaim/alexandria-data`, `assistant.acme.io`, … */
  subject: string;
  /** `kept` until somebody deletes it by hand, or `removed` with the environment. */
  fate: 'kept' | 'removed';
  message: string;
}

/**
 * What taking an instance, or some of its environments, out of service does.
 *
 * @public
 */
export interface RetirementPlan {
  /** Name of the instance. */
  instance: string;
  /** Whether no environment is left. */
  isWhole: boolean;
  /** Names of the environments that go. */
  environments: string[];
  /** What the pull request does to the repository, sorted by path. */
  files: PlannedFile[];
  /** Files that people made, and that go too because they belong to nothing else. */
  handMade: string[];
  /** Hand edits in files that stay, against which something has to be decided; never any where it is whole. */
  conflicts: PlanConflict[];
  /** As in a plan of a change; never any where it is whole. */
  issues: Issue[];
  losses: Loss[];
  /** In order. Where it is whole, the last one is to unregister it from the catalog. */
  steps: PlanStep[];
}

/**
 * What a retirement is planned from.
 *
 * @public
 */
export interface RetirementInput {
  /** As in {@link PlanInput}, but of everything below `k8s/`: what the team put there goes too. */
  files: ReadonlyMap<string, string>;
  /** Names of the environments that go; absent for all of them. */
  environments?: readonly string[];
  decisions?: readonly Decision[];
}
