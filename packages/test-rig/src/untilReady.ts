import { setTimeout as sleep } from 'node:timers/promises';
import { Supervisor } from './Supervisor';

/** Another process was quicker to listen on a port that had been free. */
export class PortTaken extends Error {}

/** What is still missing, and the server whose log may say why. */
export interface Missing {
  missing: string;
  server: string;
}

interface UntilReadyOptions<T> {
  /** What is waited for, or what is still missing. */
  probe(): Promise<{ ready: T } | Missing>;
  /** In milliseconds since the epoch. */
  deadline: number;
  signal?: AbortSignal;
}

/**
 * Asks ten times a second until the answer is there.
 * Throws when one of the supervisor's processes ends or the time is up, with the last lines of the one that is to blame.
 */
export async function untilReady<T>(
  supervisor: Supervisor,
  { probe, deadline, signal }: UntilReadyOptions<T>,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const [failure] = supervisor.failures();
    if (failure) {
      const tail = await supervisor.tail(failure.name);
      const message = `${failure.name} ended with ${failure.reason}; it last said:\n${tail}`;
      throw tail.includes('address already in use')
        ? new PortTaken(message)
        : new Error(message);
    }
    const answer = await probe();
    if ('ready' in answer) {
      return answer.ready;
    }
    const { missing, server } = answer;
    if (Date.now() > deadline) {
      const tail = await supervisor.tail(server);
      throw new Error(
        `${server} was not ready in time (${missing}); it last said:\n${tail}`,
      );
    }
    await sleep(100);
  }
}
