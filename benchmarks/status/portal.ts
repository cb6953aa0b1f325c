import { monitorEventLoopDelay } from 'perf_hooks';
import { answer } from '../../e2e/support/Child';
import { startBackend } from '../../e2e/support/startBackend';

/** Whose plugin is measured. */
export type Side = 'ours' | 'peer';

type BackendOptions = Parameters<typeof startBackend>[0];

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION_MS = 5;

let histogram: ReturnType<typeof monitorEventLoopDelay> | undefined;

const handlers = {
  /** Starts a portal with one of the two plugins. */
  start: ({
    side,
    ...options
  }: Omit<BackendOptions, 'plugin'> & { side: Side }) =>
    startBackend({
      ...options,
      plugin:
        side === 'ours'
          ? import('@alexandriaproject/backstage-plugin-alexandria-backend')
          : import('@backstage/plugin-kubernetes-backend'),
    }),

  /** @returns what is kept, in bytes */
  heap() {
    global.gc!();
    global.gc!();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },

  watchDelays() {
    histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    histogram.enable();
  },

  /** @returns by how many milliseconds the event loop was late since `watchDelays` */
  delays() {
    histogram!.disable();
    const late = (nanoseconds: number) =>
      Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    return { p99: late(histogram!.percentile(99)), max: late(histogram!.max) };
  },
};

export type PortalHandlers = typeof handlers;

answer(handlers);
