import type { Hands } from './Hands';

/** Something that was done to an instance. */
export interface Step {
  /** How long before the start of the sandbox, in minutes. */
  minutesAgo: number;
  run(hands: Hands): void;
}

/** An instance in a sample cluster, and how it came to be as it is. */
export interface SampleInstance {
  /** Name of its entity in `catalog/instances.yaml`; absent for one that nobody has registered. */
  entity?: string;
  namespace: string;
  /** What happened to it, the oldest first. */
  history: Step[];
  /** What happens to it again and again while the sandbox runs. */
  repeat?: { everySeconds: number; run(hands: Hands, turn: number): void };
}

const DAY = 24 * 60;

/** When the instances that have not changed since were installed, in minutes before the start. */
export const LONG_AGO = 20 * DAY;
