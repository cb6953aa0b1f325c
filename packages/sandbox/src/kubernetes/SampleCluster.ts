import type { IncomingMessage, ServerResponse } from 'node:http';
import { SampleApi, type SeenRequest } from './api/SampleApi';
import type { Fault } from './api/Faults';
import type { Identity } from './api/Identity';
import { ClusterObjects } from './store/ClusterObjects';
import { ObjectStore } from './store/ObjectStore';

export interface SampleClusterOptions {
  /** Who may ask, and what. */
  identities: readonly Identity[];
  /** Milliseconds since the epoch; the machine's clock when omitted. */
  now?: () => number;
  /** How often a watch is told where it is, in milliseconds: a minute when omitted. */
  bookmarkMs?: number;
  /** Of how many changes the resource versions are kept, 5,000 when omitted. */
  history?: number;
  /** Is told of every request. */
  onRequest?(seen: SeenRequest): void;
}

/** A cluster that is objects and the API to them. Nothing happens in it by itself: see `Controllers`. */
export class SampleCluster {
  readonly objects: ClusterObjects;
  readonly #api: SampleApi;

  constructor(options: SampleClusterOptions) {
    const { now = Date.now, ...rest } = options;
    this.objects = new ClusterObjects(new ObjectStore(rest), now);
    this.#api = new SampleApi(this.objects, rest);
  }

  /** Answers a request; never rejects. @param path - without the prefix that the cluster is served below */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    path?: string,
  ): Promise<void> {
    return this.#api.handle(request, response, path);
  }

  /** What goes wrong, in place of what did. */
  setFaults(faults: readonly Fault[]) {
    this.#api.setFaults(faults);
  }

  /** Forgets what was before now, so that every watch and every page that goes on from there gets 410. */
  compact() {
    this.#api.compact();
  }

  /** Ends the watches. */
  close() {
    this.#api.watches.close();
  }
}
