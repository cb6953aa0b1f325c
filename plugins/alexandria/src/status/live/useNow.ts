import { useSyncExternalStore } from 'react';

/** Ages are told anew this often, in milliseconds. */
const STEP_MS = 5_000;

const listeners = new Set<() => void>();
let moment = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  if (!document.hidden) {
    moment = Date.now();
    listeners.forEach(listener => listener());
  }
}

/** One timer for all ages on the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(tick, STEP_MS);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    }
  };
}

/** The same until the next tick; the first to ask after a while without one begins anew. */
function now(): number {
  if (listeners.size === 0 && Math.abs(Date.now() - moment) >= STEP_MS) {
    moment = Date.now();
  }
  return moment;
}

/** The time in milliseconds, in steps of five seconds, while somebody looks. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, now);
}
