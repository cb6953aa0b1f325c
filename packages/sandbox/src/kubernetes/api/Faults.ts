import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ApiError, internalError, tooManyRequests } from '../objects/ApiError';
import type { Target, Verb } from './ApiRequest';

/**
 * - `freeze`: nothing is answered, watches fall silent, and no connection ends until it is over; then all of them do.
 * - `hold`: nothing is answered until it is over.
 * - `delay`: answers come `ms` milliseconds later.
 * - `reset`: connections are reset.
 * - `status`: the answer is a Status with `code`, and the header `Retry-After` where `retryAfter` says so, in seconds.
 */
const kinds = ['freeze', 'hold', 'delay', 'reset', 'status'] as const;

/** What goes wrong, and with what. */
export const faultSchema = z
  .strictObject({
    fault: z.enum(kinds),
    /** Plural of the kind that it is about, for example `pods`; everything that is asked when absent. */
    resource: z.string().min(1).optional(),
    /** Verbs that it is about, for example `list`; all when absent. */
    verbs: z.array(z.string().min(1)).min(1).optional(),
    /** How often it happens before it is over; again and again when absent. */
    times: z.int().min(1).optional(),
    ms: z.int().min(0).max(600_000).optional(),
    code: z.literal([401, 403, 404, 410, 429, 500, 503]).optional(),
    retryAfter: z.int().min(0).optional(),
  })
  .refine(({ fault, ms }) => (fault === 'delay') === (ms !== undefined), {
    error: 'delay, and nothing else, takes ms',
  })
  .refine(({ fault, code }) => (fault === 'status') === (code !== undefined), {
    error: 'status, and nothing else, takes code',
  });

/** What goes wrong, and with what. */
export type Fault = z.infer<typeof faultSchema>;

const STATUSES: Record<number, [reason: string, message: string]> = {
  401: ['Unauthorized', 'Unauthorized'],
  403: ['Forbidden', 'forbidden: a fault was asked for'],
  404: ['NotFound', 'the server could not find the requested resource'],
  410: ['Expired', 'too old resource version'],
  503: [
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
  ],
};

function errorOf({ code = 500, retryAfter }: Fault): ApiError {
  if (code === 429) {
    return tooManyRequests(retryAfter ?? 1);
  }
  if (code === 500) {
    return internalError('a fault was asked for');
  }
  const [reason, message] = STATUSES[code];
  return new ApiError(
    code,
    reason,
    message,
    retryAfter === undefined ? undefined : { retryAfterSeconds: retryAfter },
  );
}

/** What is asked, as far as faults tell requests apart. Both are absent of what is about no kind, such as `/version`. */
export interface Asked {
  target?: Target | undefined;
  verb?: Verb | undefined;
}

interface Active {
  fault: Fault;
  left: number;
}

/** What goes wrong in one cluster, on request. */
export class Faults {
  #active: Active[] = [];
  #changed = new AbortController();

  get list(): Fault[] {
    return this.#active.map(({ fault }) => fault);
  }

  get isFrozen(): boolean {
    return this.#active.some(
      ({ fault: { fault, resource } }) =>
        fault === 'freeze' && resource === undefined,
    );
  }

  /** Replaces all faults; what was held by one that is gone goes on. */
  set(faults: readonly Fault[]) {
    this.#active = faults.map(fault => ({
      fault,
      left: fault.times ?? Infinity,
    }));
    this.#changed.abort();
    this.#changed = new AbortController();
  }

  /**
   * Does to a request what is to go wrong with it.
   *
   * @returns false when there is nothing more to do about it
   * @throws ApiError that is the answer
   */
  async meet(asked: Asked, response: ServerResponse): Promise<boolean> {
    for (;;) {
      const active = this.#take(asked);
      if (!active) {
        return true;
      }
      const { fault } = active;
      switch (fault.fault) {
        case 'delay':
          await sleep(fault.ms);
          return true;
        case 'reset':
          response.socket?.resetAndDestroy();
          return false;
        case 'status':
          throw errorOf(fault);
        default:
          await this.#untilChanged();
          if (fault.fault === 'freeze') {
            response.socket?.destroy();
            return false;
          }
      }
    }
  }

  #take({ target, verb }: Asked): Active | undefined {
    const found = this.#active.find(
      ({ fault: { resource, verbs } }) =>
        (resource === undefined || resource === target?.resource.resource) &&
        (verbs === undefined || (verb !== undefined && verbs.includes(verb))),
    );
    if (found) {
      found.left -= 1;
      this.#active = this.#active.filter(({ left }) => left > 0);
    }
    return found;
  }

  #untilChanged(): Promise<void> {
    const { signal } = this.#changed;
    return new Promise(resolve =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
  }
}
