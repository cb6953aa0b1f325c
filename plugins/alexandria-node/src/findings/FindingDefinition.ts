import type {
  Health,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

/**
 * A kind of finding: what all findings of one code have in common.
 *
 * @public
 */
export interface FindingDefinition {
  /** Stable, in PascalCase as Kubernetes writes reasons. */
  code: string;
  severity: Severity;
  /**
   * What it does to the health of the Deployment: the verdict is the worst of the rollout and all findings. Without it
   * a critical finding makes it Degraded and any other changes nothing.
   */
  health?: Health;
  /** What it means, in one line and without names. */
  title: string;
  /** Page of the documentation, from the root of the repository, or a URL. */
  docs: string;
}
