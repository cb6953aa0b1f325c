import type { FailureKind } from './WatchFailure';

/** Is told what a reflector does, to count it. */
export interface WatchObserver {
  /** All objects of a kind were read. */
  listed(): void;
  /** The server took up a watch. */
  watched(): void;
  /** A list or a watch failed; that what a watch goes on from is `expired` is no trouble. */
  failed(kind: FailureKind): void;
}
