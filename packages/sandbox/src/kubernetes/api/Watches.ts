import type { ServerResponse } from 'node:http';
import { ApiError, invalid } from '../objects/ApiError';
import type { ObjectStore, StoreEvent } from '../store/ObjectStore';
import {
  fieldSelector,
  labelSelector,
  type Selector,
} from '../store/selectors';
import { StoredObject } from '../store/StoredObject';
import type { Target } from './ApiRequest';
import { versionOf } from './listObjects';
import type { Representation } from './representation';
import { beginStream } from './respond';

/** How often kube-apiserver tells an idle watch where it is, in milliseconds. */
const BOOKMARK_MS = 60_000;

/** It tells it once more before it ends the watch, in milliseconds. */
const LAST_BOOKMARK_MS = 2_000;

/** How long a watch lasts that says nothing of it, in seconds: `--min-request-timeout`. */
const DEFAULT_SECONDS = 1_800;

interface Watch {
  target: Target;
  isSelected: Selector;
  representation: Representation;
  response: ServerResponse;
}

const line = (type: string, object: string) =>
  `{"type":"${type}","object":${object}}\n`;

/** What an event is to a watch that selects: something that comes to be selected is added, and one that ceases to be is deleted. */
function lineOf(
  { before, after, last }: StoreEvent,
  { target, isSelected, representation }: Watch,
): string | undefined {
  const { namespace, name } = target;
  const { head } = last;
  if (
    (namespace !== undefined && head.namespace !== namespace) ||
    (name !== undefined && head.name !== name)
  ) {
    return undefined;
  }
  const was = before !== undefined && isSelected(before);
  const is = after !== undefined && isSelected(after);
  if (is) {
    return line(was ? 'MODIFIED' : 'ADDED', representation.one(after));
  }
  return was
    ? line('DELETED', representation.one(gone(before, last)))
    : undefined;
}

/** As it was when it was last selected, at the version at which it ceased to be. */
function gone({ object }: StoredObject, { version }: StoredObject) {
  return StoredObject.of(
    {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(version) },
    },
    version,
  );
}

/** The watches of one cluster. */
export class Watches {
  readonly #store: ObjectStore;
  readonly #watches = new Set<Watch>();
  readonly #bookmarkMs: number;
  readonly #unsubscribe: () => void;
  /** While it is so, no watch is told anything, and none ends. */
  isSilent = false;

  /** @param options - `bookmarkMs` is how often a watch is told where it is */
  constructor(store: ObjectStore, options: { bookmarkMs?: number } = {}) {
    this.#store = store;
    this.#bookmarkMs = options.bookmarkMs ?? BOOKMARK_MS;
    this.#unsubscribe = store.subscribe(event => this.#tell(event));
  }

  /**
   * Answers a watch: what happened after the version that it names, or what is there when it names none, and then what
   * happens, until its time is over.
   *
   * https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
   *
   * @throws ApiError when it cannot begin
   */
  begin(
    target: Target,
    query: URLSearchParams,
    representation: Representation,
    response: ServerResponse,
  ): void {
    if (query.has('sendInitialEvents')) {
      // Clients that get this answer list and then watch: https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists
      throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
        {
          reason: 'FieldValueForbidden',
          message:
            'Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
          field: 'sendInitialEvents',
        },
      ]);
    }
    const isLabelled = labelSelector(query.get('labelSelector'));
    const isChosen = fieldSelector(query.get('fieldSelector'), target.resource);
    const watch: Watch = {
      ...{ target, representation, response },
      isSelected: object => isLabelled(object) && isChosen(object),
    };
    const since = versionOf(query) ?? 0;
    const wanted = Number(query.get('timeoutSeconds'));
    const seconds = wanted > 0 ? wanted : DEFAULT_SECONDS;
    beginStream(response);
    try {
      this.#catchUp(watch, since);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      response.end(line('ERROR', JSON.stringify(error.status)));
      return;
    }
    this.#watches.add(watch);
    const timers = [
      setTimeout(() => this.isSilent || response.end(), seconds * 1000),
    ];
    if (query.get('allowWatchBookmarks') === 'true') {
      timers.push(setInterval(() => this.#bookmark(watch), this.#bookmarkMs));
      const last = seconds * 1000 - LAST_BOOKMARK_MS;
      if (last > 0) {
        timers.push(setTimeout(() => this.#bookmark(watch), last));
      }
    }
    response.on('close', () => {
      timers.forEach(clearTimeout);
      this.#watches.delete(watch);
    });
  }

  /** Ends all of them with an error, as the API server does when what they go on from was compacted. */
  fail({ status }: ApiError) {
    this.#watches.forEach(({ response }) =>
      response.end(line('ERROR', JSON.stringify(status))),
    );
    this.#watches.clear();
  }

  /** Breaks the connections of all of them, as when a server goes. */
  drop() {
    this.#watches.forEach(({ response }) => response.socket?.destroy());
    this.#watches.clear();
  }

  /** Is told nothing more, and tells nothing more. */
  close() {
    this.#unsubscribe();
    this.#watches.forEach(({ response }) => response.end());
    this.#watches.clear();
  }

  #catchUp(watch: Watch, since: number) {
    const { target, isSelected, representation, response } = watch;
    const { resource, namespace } = target;
    if (since === 0) {
      for (const object of this.#store.list(resource, namespace)) {
        if (isSelected(object)) {
          response.write(line('ADDED', representation.one(object)));
        }
      }
      return;
    }
    for (const event of this.#store.since(resource, since)) {
      const text = lineOf(event, watch);
      if (text !== undefined) {
        response.write(text);
      }
    }
  }

  #tell(event: StoreEvent) {
    if (this.isSilent) {
      return;
    }
    for (const watch of this.#watches) {
      if (watch.target.resource === event.resource) {
        const text = lineOf(event, watch);
        if (text !== undefined) {
          watch.response.write(text);
        }
      }
    }
  }

  #bookmark({ representation, response }: Watch) {
    if (this.isSilent) {
      return;
    }
    const { kind, apiVersion } = representation.kind;
    response.write(
      line(
        'BOOKMARK',
        JSON.stringify({
          kind,
          apiVersion,
          metadata: {
            resourceVersion: String(this.#store.version),
            creationTimestamp: null,
          },
        }),
      ),
    );
  }
}
