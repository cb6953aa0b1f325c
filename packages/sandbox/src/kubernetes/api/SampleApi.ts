import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, notAllowed, tooOld } from '../objects/ApiError';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ClusterObjects } from '../store/ClusterObjects';
import { StoredObject } from '../store/StoredObject';
import { targetOf, verbOf, type Target, type Verb } from './ApiRequest';
import { discovery, isServedVersion } from './discovery';
import { administer, isAdministration } from './administer';
import { Faults } from './Faults';
import {
  authenticate,
  authorize,
  authorizePath,
  type Identity,
} from './Identity';
import { listObjects, selectedObjects } from './listObjects';
import { representationFor } from './representation';
import { send, sendError, sendText } from './respond';
import { scaleOf } from './scale';
import { Watches } from './Watches';
import {
  createObject,
  deleteOptionsOf,
  keyOf,
  patchObject,
  updateObject,
  writeOptionsOf,
} from './writeObjects';

/** What is told of a request, for those who count them. */
export interface SeenRequest {
  pathname: string;
  query: URLSearchParams;
  /** Absent of what is about no kind that is served. */
  target?: Target | undefined;
  verb?: Verb | undefined;
}

const succeeded = (details?: object) => ({
  ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' },
  ...(details ? { details } : {}),
});

/** The Kubernetes API of one sample cluster, over HTTP. */
export class SampleApi {
  readonly faults = new Faults();
  readonly watches: Watches;
  readonly #objects: ClusterObjects;
  readonly #identities: readonly Identity[];
  readonly #onRequest: (seen: SeenRequest) => void;

  /**
   * @param options - `identities` are who may ask, and what; `bookmarkMs` is how often a watch is told where it is, one
   *   minute when omitted
   */
  constructor(
    objects: ClusterObjects,
    options: {
      identities: readonly Identity[];
      bookmarkMs?: number;
      onRequest?(seen: SeenRequest): void;
    },
  ) {
    this.#objects = objects;
    this.#identities = options.identities;
    this.#onRequest = options.onRequest ?? (() => undefined);
    this.watches = new Watches(objects.store, options);
  }

  /** Replaces what goes wrong. */
  setFaults(faults: Parameters<Faults['set']>[0]) {
    const wasFrozen = this.faults.isFrozen;
    this.faults.set(faults);
    this.watches.isSilent = this.faults.isFrozen;
    if (wasFrozen && !this.faults.isFrozen) {
      // Whoever was connected has missed what happened meanwhile.
      this.watches.drop();
    }
    if (faults.some(({ fault }) => fault === 'reset')) {
      this.watches.drop();
    }
  }

  /** Forgets what was before now, so that every watch and every page that goes on from there gets 410. */
  compact() {
    const { store } = this.#objects;
    const { version } = store;
    store.compact();
    this.watches.fail(tooOld(version, store.oldest));
  }

  /** Answers a request; never rejects. @param path - without the prefix that the cluster is served below */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string = request.url ?? '/',
  ): Promise<void> {
    try {
      const { pathname, searchParams: query } = new URL(
        path,
        'http://localhost',
      );
      if (isAdministration(pathname)) {
        await administer(this, this.#identities, pathname, request, response);
        return;
      }
      const target = targetOf(pathname);
      const verb = target && verbOf(request.method ?? '', target, query);
      this.#onRequest({ pathname, query, target, verb });
      if (await this.faults.meet({ target, verb }, response)) {
        await this.#answer(pathname, query, target, verb, request, response);
      }
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
      } else {
        sendError(response, error);
      }
    }
  }

  async #answer(
    pathname: string,
    query: URLSearchParams,
    target: Target | undefined,
    verb: Verb | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const identity = authenticate(request, this.#identities);
    if (!target) {
      authorizePath(identity, request.method ?? '', pathname);
      const told = request.method === 'GET' ? discovery(pathname) : undefined;
      if (typeof told === 'object') {
        send(response, 200, told);
      } else if (isServedVersion(pathname)) {
        throw new ApiError(
          404,
          'NotFound',
          'the server could not find the requested resource',
          {},
        );
      } else {
        sendText(response, told ? 200 : 404, told ?? '404 page not found\n', {
          'Content-Type': 'text/plain; charset=utf-8',
        });
      }
      return;
    }
    if (!verb) {
      throw notAllowed();
    }
    authorize(identity, verb, target);
    if (verb === 'watch') {
      const { accept } = request.headers;
      this.watches.begin(
        target,
        query,
        representationFor(accept, target.resource, false),
        response,
      );
    } else {
      await this.#serve(verb, target, query, request, response);
    }
  }

  async #serve(
    verb: Exclude<Verb, 'watch'>,
    target: Target,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const objects = this.#objects;
    const isList = verb === 'list';
    const representation = representationFor(
      request.headers.accept,
      target.resource,
      isList,
    );
    const give = (code: number, object: KubernetesObject) => {
      const shown = target.subresource === 'scale' ? scaleOf(object) : object;
      sendText(
        response,
        code,
        `${representation.one(StoredObject.of(shown, 0))}\n`,
      );
    };
    const options = () => writeOptionsOf(request, query, target);
    switch (verb) {
      case 'list':
        sendText(
          response,
          200,
          listObjects(objects.store, target, query, representation),
        );
        break;
      case 'get':
        give(200, objects.get(keyOf(target)));
        break;
      case 'create':
        give(201, await createObject(objects, target, request, options()));
        break;
      case 'update':
        give(200, await updateObject(objects, target, request, options()));
        break;
      case 'patch': {
        const { object, isNew } = await patchObject(
          ...([objects, target, request, query, options()] as const),
        );
        give(isNew ? 201 : 200, object);
        break;
      }
      case 'delete':
        await this.#delete(target, query, request, response, give);
        break;
      default:
        this.#deleteAll(target, query, request, response);
    }
  }

  #deleteAll(
    target: Target,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const { store } = this.#objects;
    const representation = representationFor(
      request.headers.accept,
      target.resource,
      true,
    );
    const list = listObjects(store, target, query, representation);
    for (const { head } of selectedObjects(store, target, query)) {
      this.#objects.delete({ resource: target.resource, ...head });
    }
    sendText(response, 200, list);
  }

  async #delete(
    target: Target,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
    give: (code: number, object: KubernetesObject) => void,
  ): Promise<void> {
    const key = keyOf(target);
    const options = await deleteOptionsOf(request, query);
    const { metadata } = this.#objects.get(key);
    const left = this.#objects.delete(key, options);
    if (left) {
      give(200, left);
      return;
    }
    const { group, resource } = target.resource;
    send(
      response,
      200,
      succeeded({
        name: key.name,
        ...(group === '' ? {} : { group }),
        ...{ kind: resource, uid: metadata.uid },
      }),
    );
  }
}
