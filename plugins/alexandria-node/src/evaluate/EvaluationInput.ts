import type { ObjectDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { SecretState } from './SecretState';
import type { Json } from './objects/read';

/**
 * A kind of object that could not be read, so that nothing is known of it, or only what was there before.
 *
 * @public
 */
export interface UnreadableKind {
  kind: string;
  /** Absent when it could be read in no namespace. */
  namespace?: string;
  /**
   * `forbidden`: the identity may not; `unreachable`: the cluster does not answer; `failing`: it answers with errors;
   * `stale`: it could be read before, and the objects at hand are from then.
   */
  reason: 'forbidden' | 'unreachable' | 'failing' | 'stale';
  /** What the cluster said; never holds a credential. */
  message: string;
  /** When the objects at hand were known to be so; absent when there are none. */
  syncedAt?: Date;
}

/**
 * What the values of an instance ask for, where they are known.
 *
 * @public
 */
export interface Expectation {
  namespace: string;
  /** Name of the Deployment. */
  name: string;
  /** The environment that asks, for example `prod`. */
  environment?: string;
  /** Whether the values ask for a HorizontalPodAutoscaler. */
  autoscaler?: boolean;
  /**
   * The Deployment as the values render it, or as much of it as is to be compared. Absent where nothing is known to
   * differ by mistake, as when somebody patches what is rendered.
   */
  deployment?: Json;
  /** The file that holds the values, for example `values-prod.yaml`. */
  source?: string;
}

/**
 * What came of comparing the objects of an instance with those that its values render: see `compareObject`.
 *
 * @public
 */
export interface Comparison {
  namespace: string;
  /** Name of the Deployment. */
  name: string;
  /** When the objects were read; absent when they never were. */
  comparedAt?: Date;
  /** Why they have not been read again in time. */
  stale?: string;
  objects: readonly ObjectDrift[];
}

/**
 * All that the evaluator is given: objects, what could not be read, and the time.
 *
 * @public
 */
export interface EvaluationInput {
  /**
   * Objects of one cluster as its API writes them, each with `apiVersion` and `kind`, in any order. Fields that no rule
   * reads may be left out. Secrets in it are ignored: see `secrets`.
   */
  objects: Iterable<Json>;
  /**
   * Events (`v1` or `events.k8s.io/v1`) as their API writes them, each with `apiVersion` and `kind`. Absent when nobody asked
   * for them, which is not to say that there are none. Those that are among the objects count too.
   */
  events?: Iterable<Json>;
  /**
   * Kinds of which all objects are given. Only for these does the absence of an object say something: who pipes two
   * objects into a command has not said that there are no others.
   */
  complete?: readonly string[];
  secrets?: readonly SecretState[];
  unreadable?: readonly UnreadableKind[];
  /** Also evaluated when the Deployment is not among the objects: then it is Missing. */
  expectations?: readonly Expectation[];
  /** Of expected Deployments; absent for one whose objects nobody compares. */
  comparisons?: readonly Comparison[];
  /** The version of the chart that repositories are made with today. */
  chartVersion?: string;
  /** When the objects were last known to be so; `now` when omitted. */
  observedAt?: Date;
  now: Date;
}
