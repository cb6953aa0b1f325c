import { isDeepStrictEqual } from 'node:util';
import type { Severity } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { INSTANCES } from '../status/instances';
import type { DeploymentName, StatusService } from '../status/StatusService';
import type { Clock } from '../watch/Clock';
import { notificationOf } from './notificationOf';
import { observe, type Observation } from './observe';
import { lookedAt, NOTHING_TOLD, type ToldTimes } from './told';
import type { ToldOf, ToldStore } from './ToldStore';

/** How long the notifications backend may take for one, in milliseconds. */
const ANSWER_MS = 20_000;

/** After so many in a row that could not be sent, the rest waits for the next look: the backend may not be there. */
const MAX_FAILURES = 3;

const FIELDS = ['kind', 'metadata', 'relations'];

export interface NotifierOptions {
  /** Of which the worst finding has to be for a Deployment to be unhealthy. */
  severities: readonly Severity[];
  times: ToldTimes;
}

export interface NotifierServices {
  auth: AuthService;
  catalog: CatalogService;
  clock: Clock;
  logger: LoggerService;
  notifications: NotificationService;
  status: StatusService;
  store: ToldStore;
}

const ownersOf = ({ relations = [] }: Entity) =>
  relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);

const isSame = (a: DeploymentName, b: DeploymentName) =>
  a.cluster === b.cluster && a.namespace === b.namespace && a.name === b.name;

/**
 * Tells the owners of instances of what became unhealthy and of what recovered. Of the processes of a portal one looks at a
 * time, as its caller has to see to. What was told is noted after it was sent: when the process ends in between it is sent
 * again, in the place of itself.
 */
export class Notifier {
  readonly #services: NotifierServices;
  readonly #options: NotifierOptions;
  #isSilenced = false;

  constructor(services: NotifierServices, options: NotifierOptions) {
    this.#services = services;
    this.#options = options;
  }

  /**
   * Looks at every instance once, and tells what is due.
   *
   * @throws when the catalog or the database does not answer; what was told until then is noted
   */
  async look(signal: AbortSignal): Promise<void> {
    const { auth, catalog, clock, status, store } = this.#services;
    const known = await store.read();
    const outbox = { failures: 0, signal };
    const pages = catalog.streamEntities(
      { filter: INSTANCES, fields: FIELDS },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      for (const entity of entities) {
        await clock.turn();
        signal.throwIfAborted();
        const entityRef = stringifyEntityRef(entity);
        const instance = status.status(entity);
        const before = known.get(entityRef) ?? [];
        known.delete(entityRef);
        if (instance) {
          const { severities } = this.#options;
          const places = before.map(({ place }) => place);
          const observations = observe(instance, places, severities);
          await this.#note(entity, observations, before, outbox);
        }
      }
    }
    // The catalog has been read whole: these are instances no more.
    for (const gone of [...known.values()].flat()) {
      await store.forget(gone);
    }
  }

  async #note(
    entity: Entity,
    observations: readonly Observation[],
    before: readonly ToldOf[],
    outbox: { failures: number; signal: AbortSignal },
  ) {
    const { clock, store } = this.#services;
    const entityRef = stringifyEntityRef(entity);
    for (const observation of observations) {
      const { cluster, namespace, name, seen } = observation;
      const was = before.find(({ place }) => isSame(place, observation))?.told;
      const { told, tell } = lookedAt(
        ...[was ?? NOTHING_TOLD, seen, clock.now()],
        this.#options.times,
      );
      const isDone =
        tell === undefined ||
        (await this.#send(entity, tell, observation, outbox));
      if (isDone && !isDeepStrictEqual(told, was)) {
        const place = { cluster, namespace, name };
        await store.write({ entityRef, place, told });
      }
    }
    for (const each of before) {
      if (!observations.some(observation => isSame(observation, each.place))) {
        await store.forget(each);
      }
    }
  }

  /** @returns whether it was sent: whoever has no owner yet may get one */
  async #send(
    entity: Entity,
    kind: 'healthy' | 'unhealthy',
    observation: Observation,
    outbox: { failures: number; signal: AbortSignal },
  ): Promise<boolean> {
    const { logger, notifications } = this.#services;
    const entityRef = ownersOf(entity);
    if (entityRef.length === 0 || outbox.failures >= MAX_FAILURES) {
      return false;
    }
    outbox.signal.throwIfAborted();
    try {
      await inTime(
        notifications.send({
          recipients: { type: 'entity', entityRef },
          payload: notificationOf(entity, kind, observation),
        }),
      );
      outbox.failures = 0;
      this.#isSilenced = false;
      return true;
    } catch (error) {
      outbox.failures += 1;
      // It is tried again at every look. That it goes on is not said again and again.
      if (!this.#isSilenced) {
        logger.warn(
          `A notification about ${stringifyEntityRef(
            entity,
          )} could not be sent, and is tried again until it can. Is the backend of the notifications plugin in the portal? ${error}`,
        );
      }
      this.#isSilenced = true;
      return false;
    }
  }
}

/** @throws Error when the notifications backend takes too long */
async function inTime(sending: Promise<void>): Promise<void> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    await Promise.race([
      sending,
      new Promise<never>((_, reject) => {
        late.signal.addEventListener('abort', () =>
          reject(new Error(`There was no answer within ${ANSWER_MS / 1000} s`)),
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
