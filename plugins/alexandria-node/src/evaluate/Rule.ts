import type {
  Evidence,
  Health,
  ObjectReference,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { FindingDefinition } from '../findings/FindingDefinition';
import type { DeploymentContext } from './DeploymentContext';

/**
 * What a rule says of one object. Code, severity and page come from its definition.
 *
 * @public
 */
export interface Report {
  object: ObjectReference;
  title: string;
  /** Why, with the evidence in words. */
  cause: string;
  evidence?: Evidence;
  remedy: string;
  /** In place of the definition's, where it depends on the case. */
  severity?: Severity;
  /** In place of the definition's. */
  health?: Health;
  /** Since when it is so, in milliseconds since the epoch; where omitted, what the object says. */
  since?: number;
}

/**
 * One rule: a kind of finding, and what finds it. Pure: it reads nothing but the context, and takes any JSON in it.
 *
 * @public
 */
export interface Rule {
  finding: FindingDefinition;
  check(context: DeploymentContext): Iterable<Report>;
}
