import type {
  DeploymentDetails,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  describeDeployment,
  evaluate,
  type EvaluationInput,
  type Rule,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { verdictInShort, type VerdictInShort } from '../fleet/verdictInShort';
import type { ClusterMetrics } from '../metrics/ClusterMetrics';
import type { Clock } from '../watch/Clock';
import { SaidInShort } from './SaidInShort';
import { SaidOfNamespaces } from './SaidOfNamespaces';

/** What is said of the Deployments of a cluster: worked out for the first who asks, and kept for as long as it is good. */
export class NamespaceVerdicts {
  readonly #inputOf: (namespace: string) => EvaluationInput;
  readonly #clockOffset: () => number;
  readonly #rules: readonly Rule[];
  readonly #clock: Pick<Clock, 'now'>;
  readonly #metrics: ClusterMetrics | undefined;
  readonly #said: SaidOfNamespaces;
  readonly #short: SaidInShort;
  readonly #expectedIn: (namespace: string) => readonly object[];

  /**
   * @param options - `inputOf` is what the evaluator is given of a namespace; `expectedIn` what repositories ask for there, the same objects
   * for as long as they ask for the same; `clockOffset` by how much the cluster's clock is ahead of ours, in milliseconds
   */
  constructor(options: {
    inputOf: (namespace: string) => EvaluationInput;
    expectedIn: (namespace: string) => readonly object[];
    clockOffset: () => number;
    rules: readonly Rule[];
    clock: Pick<Clock, 'now'>;
    metrics?: ClusterMetrics;
  }) {
    this.#inputOf = options.inputOf;
    this.#expectedIn = options.expectedIn;
    this.#clockOffset = options.clockOffset;
    this.#rules = options.rules;
    this.#clock = options.clock;
    this.#metrics = options.metrics;
    this.#said = new SaidOfNamespaces(this.#clock);
    this.#short = new SaidInShort(this.#clock);
  }

  /** When something was observed is told by our clock, as whoever asks has it. */
  #byOurClock<T extends Verdict>(said: T): T {
    const observedAt = Date.parse(said.observedAt) - this.#clockOffset();
    return { ...said, observedAt: new Date(observedAt).toISOString() };
  }

  /** What is said of the Deployments of a namespace, by name. */
  of(namespace: string): Verdict[] {
    const said = this.#said.of(namespace);
    if (!said.verdicts) {
      const expected = this.#expectedIn(namespace);
      said.verdicts = evaluate(this.#inputOf(namespace), this.#rules).map(
        verdict => this.#byOurClock(verdict),
      );
      this.#metrics?.evaluated(said.verdicts);
      const now = this.#clock.now();
      this.#short.keep(
        namespace,
        expected,
        said.verdicts.map(verdict => verdictInShort(verdict, now)),
      );
    }
    return said.verdicts;
  }

  /** What has been said in short of a namespace; undefined where that is to be worked out. */
  saidInShort(namespace: string): readonly VerdictInShort[] | undefined {
    return this.#short.of(namespace, this.#expectedIn(namespace));
  }

  /** Whether what was said in short is old, or nothing is said that is good. */
  isDue(namespace: string): boolean {
    return this.#short.isDue(namespace, this.#expectedIn(namespace));
  }

  /** What is said in short of the Deployments of a namespace. */
  inShort(namespace: string): readonly VerdictInShort[] {
    const now = this.#clock.now();
    return this.of(namespace).map(verdict => verdictInShort(verdict, now));
  }

  /** @returns undefined for a Deployment that is neither there nor expected */
  details(namespace: string, name: string): DeploymentDetails | undefined {
    const { details } = this.#said.of(namespace);
    if (!details.has(name)) {
      const computed = describeDeployment(
        this.#inputOf(namespace),
        { namespace, name },
        this.#rules,
      );
      details.set(name, computed && this.#byOurClock(computed));
      this.#metrics?.evaluated(computed ? [computed] : []);
    }
    return details.get(name);
  }

  /** Something changed in a namespace. */
  forget(namespace: string) {
    this.#said.forget(namespace);
    this.#short.forget(namespace);
  }

  /** Anything may have changed. */
  forgetAll() {
    this.#said.forgetAll();
    this.#short.forgetAll();
  }
}
