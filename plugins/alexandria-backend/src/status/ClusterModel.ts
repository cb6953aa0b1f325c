import { CHART } from '@alexandriaproject/alexandria-manifests';
import {
  usedSecretNames,
  type EvaluationInput,
  type Expectation,
  type Rule,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { LabelSelector } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type {
  ClusterDeployments,
  ClusterStatus,
  DeploymentDetails,
  Fleet,
  SecretTier,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { DriftReader } from '../drift/DriftReader';
import { isWritten } from '../drift/isWritten';
import { EventReader } from '../events/EventReader';
import { wantedEvents } from '../events/wantedEvents';
import type { ExpectationReader } from '../expectations/ExpectationReader';
import type { ClusterMetrics } from '../metrics/ClusterMetrics';
import type { ClusterVitals } from '../metrics/StatusMetrics';
import { SecretReader } from '../secrets/SecretReader';
import { systemClock, type Clock } from '../watch/Clock';
import { ClusterWatch } from '../watch/ClusterWatch';
import type { Change } from '../watch/ObjectCache';
import type { ResourceType } from '../watch/ResourceType';
import type { Transport } from '../watch/Transport';
import { ClusterObjects } from './ClusterObjects';
import { ExpectedDeployments } from './ExpectedDeployments';
import { NamespaceVerdicts } from './NamespaceVerdicts';
import { PublicUrls } from './PublicUrls';
import { clusterStatus } from './clusterStatus';
import { projectObject, type KeptObject } from './projection/projectObject';
import { unreadableKind } from './unreadableKind';
import { watchedResources } from './watchedResources';

/** All that the chart makes bears this label, whatever it is called. */
const LABEL_SELECTOR = 'app.kubernetes.io/part-of=alexandria';

/**
 * Kinds of which everything that matters bears the label. A claim, a certificate or an ExternalSecret may have been made by
 * somebody else, so that it is not among those that are watched does not say that there is none.
 */
const COMPLETE = [
  'Deployment',
  'ReplicaSet',
  'Pod',
  'EndpointSlice',
  'HorizontalPodAutoscaler',
];

/** What says which Secrets an instance needs. */
const NEEDING = ['Deployment', 'Service', 'Ingress'];

/** What is known of one cluster, and what is said of the Deployments in it. */
export class ClusterModel {
  readonly name: string;
  readonly title: string | undefined;
  readonly #clock: Clock;
  readonly #watch: ClusterWatch<KeptObject>;
  readonly #events: EventReader;
  readonly #secrets: SecretReader | undefined;
  readonly #drift: DriftReader | undefined;
  readonly #expected: ExpectedDeployments | undefined;
  readonly #objects = new ClusterObjects();
  readonly #urls = new PublicUrls(this.#objects);
  /** What is said of its Deployments. */
  readonly said: NamespaceVerdicts;

  /**
   * @param options - `onChange` is told of the namespaces in which something changed, and nothing when all may have;
   * `rules` are further ones, beside those of the evaluator; `secretTier` is how far Secrets may be read, 0 when omitted;
   * `expectations` are what instances are compared with; `metrics` count what is done
   */
  constructor(options: {
    name: string;
    title?: string;
    transport: Transport;
    onChange?(namespaces?: ReadonlySet<string>): void;
    rules?: readonly Rule[];
    secretTier?: SecretTier;
    expectations?: ExpectationReader;
    metrics?: ClusterMetrics;
    clock?: Clock;
    random?: () => number;
  }) {
    const { name, title, transport, onChange, secretTier = 0 } = options;
    const { random = Math.random, metrics } = options;
    this.name = name;
    this.title = title;
    this.#clock = options.clock ?? systemClock;
    this.said = new NamespaceVerdicts({
      inputOf: namespace => this.#input(namespace),
      expectedIn: namespace => this.#expectations(namespace),
      clockOffset: () => this.#watch.clockOffset,
      rules: options.rules ?? [],
      ...{ clock: this.#clock, metrics },
    });
    this.#watch = new ClusterWatch<KeptObject>({
      transport,
      observer: metrics,
      clock: this.#clock,
      random,
      kinds: watchedResources.map(type => ({
        type,
        labelSelector: LABEL_SELECTOR,
        project: item => ({
          ...projectObject(type, item),
          ...wantedEvents(type, item, this.#theirNow()),
        }),
      })),
      onChange: (type, changes) => {
        const namespaces = this.#take(type, changes);
        onChange?.(namespaces);
      },
      onState: () => {
        this.said.forgetAll();
        onChange?.();
      },
    });
    const onRead = (namespace: string) => {
      this.said.forget(namespace);
      onChange?.(new Set([namespace]));
    };
    this.#events = new EventReader({
      ...{ transport, random, clock: this.#clock },
      onChange: onRead,
    });
    if (options.expectations) {
      const expected = new ExpectedDeployments({
        cluster: name,
        expectations: options.expectations,
        objects: this.#objects,
      });
      this.#expected = expected;
      this.#drift = new DriftReader({
        ...{ transport, random, clock: this.#clock },
        wanted: () => expected.rendered(),
        onChange: onRead,
      });
    }
    if (secretTier !== 0) {
      this.#secrets = new SecretReader({
        ...{ transport, random, clock: this.#clock, tier: secretTier },
        onChange: onRead,
        onRead: outcome => metrics?.secretRead(secretTier, outcome),
      });
    }
  }

  /** Watches until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#watch.run(signal),
      this.#events.run(signal),
      this.#drift?.run(signal),
      this.#secrets?.run(signal),
    ]);
  }

  #take(
    { kind }: ResourceType,
    changes: Change<KeptObject>[],
  ): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const change of changes) {
      const { namespace, name } = this.#objects.take(change);
      const wanted = change.after?.wanted;
      this.#events.follow({ namespace, kind, name }, wanted);
      if (this.#drift && isWritten(change)) {
        this.#drift.hasten(namespace);
      }
      this.said.forget(namespace);
      changed.add(namespace);
    }
    this.#urls.change(kind, changed);
    if (kind === 'Deployment') {
      changed.forEach(namespace => this.#expected?.hasten(namespace));
    }
    if (this.#secrets) {
      for (const namespace of changed) {
        if (NEEDING.includes(kind)) {
          const objects = this.#objects.in(namespace, NEEDING);
          this.#secrets.follow(namespace, usedSecretNames(objects));
        }
        // A Secret that changed shows in its maker, in the pod that waited for it, or in what somebody did about it.
        this.#secrets.hasten(namespace);
      }
    }
    return changed;
  }

  /** The Deployments that a selector selects: their names, by namespace. */
  select(selector: LabelSelector): Map<string, Set<string>> {
    return this.#objects.select(selector);
  }

  /** Whether a selector selects a Deployment of a namespace. */
  selectsIn(selector: LabelSelector, namespace: string): boolean {
    return this.#objects.selectsIn(selector, namespace);
  }

  /** What an entity is to have here and has not: names of Deployments, by namespace. */
  missing(entityRef: string): Map<string, Set<string>> {
    return this.#expected?.missing(entityRef) ?? new Map();
  }

  /** What time it is in the cluster, in milliseconds since the epoch: what an object says of time is said by its clock. */
  #theirNow(): number {
    return this.#clock.now() + this.#watch.clockOffset;
  }

  /** What repositories ask for in a namespace. */
  #expectations(namespace: string): Expectation[] {
    return (this.#expected?.of(namespace) ?? []).map(
      ({ expectation }) => expectation,
    );
  }

  /** What the evaluator is given of a namespace. */
  #input(namespace: string): EvaluationInput {
    const kinds = this.#watch.kinds();
    const theirs = (at: number) => new Date(at + this.#watch.clockOffset);
    return {
      objects: this.#objects.in(namespace),
      events: this.#events.events(namespace),
      secrets: this.#secrets?.states(namespace),
      complete: kinds
        .filter(
          ({ type, state }) =>
            COMPLETE.includes(type.kind) && state.phase === 'watching',
        )
        .map(({ type }) => type.kind),
      unreadable: [
        ...kinds.flatMap(unreadableKind),
        ...this.#events.unreadable(namespace),
        ...(this.#secrets?.unreadable(namespace) ?? []),
      ].map(({ syncedAt, ...kind }) => ({
        ...kind,
        ...(syncedAt && { syncedAt: theirs(syncedAt.getTime()) }),
      })),
      expectations: this.#expectations(namespace),
      comparisons: this.#drift?.comparisons(namespace),
      chartVersion: CHART.version,
      observedAt: theirs(this.#watch.heardAt ?? this.#clock.now()),
      now: new Date(this.#theirNow()),
    };
  }

  /** The namespaces that have a Deployment. */
  namespaces(): Iterable<string> {
    return this.#objects.namespaces();
  }

  /** @returns undefined for a Deployment that is neither there nor expected */
  details(namespace: string, name: string): DeploymentDetails | undefined {
    this.#drift?.lookAt(namespace, name);
    return this.said.details(namespace, name);
  }

  /** When the cluster was last heard, unless it never was. */
  #heard(): { observedAt?: string } {
    const { heardAt } = this.#watch;
    return heardAt === undefined
      ? {}
      : { observedAt: new Date(heardAt).toISOString() };
  }

  /** All Deployments that are known, and how well. */
  deployments(): ClusterDeployments {
    const now = new Date(this.#theirNow());
    return {
      cluster: this.status(),
      ...this.#heard(),
      deployments: this.#objects.deployments().map(deployment => {
        const { namespace, name } = deployment;
        const urls = this.#urls.of(namespace, name, now);
        return { ...deployment, ...(urls.length > 0 ? { urls } : {}) };
      }),
    };
  }

  /** How well the cluster is known and, unless it is as it should be, since when not. */
  freshness(): Fleet['clusters'][number] {
    const status = this.status();
    return status.condition === 'Current'
      ? status
      : { ...status, ...this.#heard() };
  }

  /** What there is to measure of the cluster. */
  vitals(): ClusterVitals {
    const kinds = this.#watch.kinds();
    const heard = kinds.map(({ state }) => state.syncedAt ?? state.since);
    return {
      name: this.name,
      condition: this.status().condition,
      objects: new Map(kinds.map(({ type, kept }) => [type.kind, kept])),
      syncAge: (this.#clock.now() - Math.min(...heard)) / 1000,
    };
  }

  /** How well the cluster is known. */
  status(): ClusterStatus {
    const { name, title } = this;
    return clusterStatus({ name, title }, this.#watch.kinds());
  }
}
