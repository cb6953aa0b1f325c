import {
  evaluate,
  usedSecretNames,
  type Rule,
  type UnreadableKind,
} from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type {
  ClusterStatus,
  SecretTier,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { SecretReader } from '../secrets/SecretReader';
import { systemClock, type Clock } from '../watch/Clock';
import { ClusterWatch, type KindState } from '../watch/ClusterWatch';
import type { Change } from '../watch/ObjectCache';
import type { ResourceType } from '../watch/ResourceType';
import type { Transport } from '../watch/Transport';
import { projectObject, type KeptObject } from './projection/projectObject';
import { unreadableReason } from './unreadableReason';
import { watchedResources } from './watchedResources';

/** How long a verdict is good, in milliseconds: rules look at the clock too. */
const VERDICT_MS = 10_000;

/** All that the chart makes bears this label, whatever it is called. */
const LABEL_SELECTOR = 'app.kubernetes.io/part-of=alexandria';

/**
 * Kinds of which everything that matters bears the label. A claim, a certificate or an ExternalSecret may have been made by
 * somebody else, so that it is not among those that are watched does not say that there is none.
 */
const COMPLETE = ['Deployment', 'ReplicaSet', 'Pod', 'EndpointSlice'];

/** What says which Secrets an instance needs. */
const NEEDING = ['Deployment', 'Service', 'Ingress'];

/** What the evaluator is told of a kind that is not known as it should be. */
function unreadable({ type, state }: KindState): UnreadableKind[] {
  const { kind } = type;
  const syncedAt =
    state.syncedAt === undefined ? undefined : new Date(state.syncedAt);
  if (state.phase === 'failing') {
    const { failure } = state;
    const reason = unreadableReason(failure.kind);
    const isStale = syncedAt !== undefined && reason !== 'forbidden';
    return [
      {
        kind,
        reason: isStale ? 'stale' : reason,
        message: failure.message,
        syncedAt,
      },
    ];
  }
  return state.phase === 'starting'
    ? [{ kind, reason: 'unreachable', message: 'it has not been read yet' }]
    : [];
}

interface Cached {
  until: number;
  verdicts: Verdict[];
}

/** What is known of one cluster, and what is said of the Deployments in it. */
export class ClusterModel {
  readonly name: string;
  readonly title: string | undefined;
  readonly #clock: Clock;
  readonly #rules: readonly Rule[];
  readonly #watch: ClusterWatch<KeptObject>;
  readonly #secrets: SecretReader | undefined;
  readonly #namespaces = new Map<string, Map<string, KeptObject>>();
  readonly #verdicts = new Map<string, Cached>();

  /**
   * @param options - `onChange` is told of the namespaces in which something changed, and nothing when all may have;
   * `rules` are further ones, beside those of the evaluator; `secretTier` is how far Secrets may be read, 0 when omitted
   */
  constructor(options: {
    name: string;
    title?: string;
    transport: Transport;
    onChange?(namespaces?: ReadonlySet<string>): void;
    rules?: readonly Rule[];
    secretTier?: SecretTier;
    clock?: Clock;
    random?: () => number;
  }) {
    const { name, title, transport, onChange, secretTier = 0 } = options;
    const { random = Math.random } = options;
    this.name = name;
    this.title = title;
    this.#clock = options.clock ?? systemClock;
    this.#rules = options.rules ?? [];
    this.#watch = new ClusterWatch<KeptObject>({
      transport,
      clock: this.#clock,
      random,
      kinds: watchedResources.map(type => ({
        type,
        labelSelector: LABEL_SELECTOR,
        project: item => projectObject(type, item),
      })),
      onChange: (type, changes) => {
        const namespaces = this.#take(type, changes);
        onChange?.(namespaces);
      },
      onState: () => {
        this.#verdicts.clear();
        onChange?.();
      },
    });
    if (secretTier !== 0) {
      this.#secrets = new SecretReader({
        ...{ transport, random, clock: this.#clock, tier: secretTier },
        onChange: namespace => {
          this.#verdicts.delete(namespace);
          onChange?.(new Set([namespace]));
        },
      });
    }
  }

  /** Watches until the signal is aborted; resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#watch.run(signal), this.#secrets?.run(signal)]);
  }

  #take(
    { kind }: ResourceType,
    changes: Change<KeptObject>[],
  ): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { before, after } of changes) {
      const { namespace, name } = (after ?? before)!;
      const objects = this.#namespaces.get(namespace) ?? new Map();
      const key = `${kind}/${name}`;
      if (after) {
        objects.set(key, after);
      } else {
        objects.delete(key);
      }
      if (objects.size > 0) {
        this.#namespaces.set(namespace, objects);
      } else {
        this.#namespaces.delete(namespace);
      }
      this.#verdicts.delete(namespace);
      changed.add(namespace);
    }
    if (this.#secrets) {
      for (const namespace of changed) {
        if (NEEDING.includes(kind)) {
          const objects = this.#objects(namespace, NEEDING);
          this.#secrets.follow(namespace, usedSecretNames(objects));
        }
        // A Secret that changed shows in its maker, in the pod that waited for it, or in what somebody did about it.
        this.#secrets.hasten(namespace);
      }
    }
    return changed;
  }

  /** @param kinds - all when omitted */
  #objects(namespace: string, kinds?: readonly string[]) {
    return [...(this.#namespaces.get(namespace)?.values() ?? [])]
      .filter(({ kind }) => !kinds || kinds.includes(kind))
      .map(({ text }) => JSON.parse(text));
  }

  /** The namespaces in which there is anything of Alexandria. */
  namespaces(): string[] {
    return [...this.#namespaces.keys()];
  }

  /** What is said of the Deployments of a namespace, by name. */
  verdicts(namespace: string): Verdict[] {
    const now = this.#clock.now();
    const cached = this.#verdicts.get(namespace);
    if (cached && cached.until > now) {
      return cached.verdicts;
    }
    const kinds = this.#watch.kinds();
    const verdicts = evaluate(
      {
        objects: this.#objects(namespace),
        secrets: this.#secrets?.states(namespace),
        complete: kinds
          .filter(
            ({ type, state }) =>
              COMPLETE.includes(type.kind) && state.phase === 'watching',
          )
          .map(({ type }) => type.kind),
        unreadable: [
          ...kinds.flatMap(unreadable),
          ...(this.#secrets?.unreadable(namespace) ?? []),
        ],
        now: new Date(now),
      },
      this.#rules,
    );
    this.#verdicts.set(namespace, { until: now + VERDICT_MS, verdicts });
    return verdicts;
  }

  /** The labels of the Deployments of a namespace, by name. */
  deploymentLabels(namespace: string): Map<string, Record<string, string>> {
    const labels = new Map<string, Record<string, string>>();
    for (const { kind, name, text } of this.#namespaces
      .get(namespace)
      ?.values() ?? []) {
      if (kind === 'Deployment') {
        labels.set(name, JSON.parse(text).metadata.labels ?? {});
      }
    }
    return labels;
  }

  /** How well the cluster is known. */
  status(): ClusterStatus {
    const states = this.#watch.kinds();
    const base = { name: this.name, title: this.title };
    const troubles = new Map<string, string[]>();
    for (const { type, state } of states) {
      if (state.phase === 'failing') {
        const { message } = state.failure;
        troubles.set(message, [
          ...(troubles.get(message) ?? []),
          type.resource,
        ]);
      }
    }
    if (troubles.size > 0) {
      const message = [...troubles]
        .map(([text, resources]) =>
          // All of them are the cluster.
          resources.length === states.length
            ? text
            : `${text}: ${resources.join(', ')}`,
        )
        .join('; ');
      return { ...base, condition: 'Failing', message };
    }
    return states.some(({ state }) => state.phase === 'starting')
      ? {
          ...base,
          condition: 'Starting',
          message: 'has not been read whole yet',
        }
      : { ...base, condition: 'Current' };
  }
}
