import type {
  DeploymentDetails,
  Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Clock } from '../watch/Clock';

/** How long what is said of a Deployment is good, in milliseconds: rules look at the clock too. */
const SAID_MS = 10_000;

/** What was said of a namespace, for as long as it is good. */
interface Said {
  until: number;
  verdicts?: Verdict[];
  /** By the name of the Deployment; undefined for one that is neither there nor expected. */
  details: Map<string, DeploymentDetails | undefined>;
}

/** What has been said of the namespaces of a cluster a moment ago, so that it is not worked out for every viewer. */
export class SaidOfNamespaces {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #said = new Map<string, Said>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** What is still good of a namespace, to be added to. */
  of(namespace: string): Said {
    const now = this.#clock.now();
    const before = this.#said.get(namespace);
    if (before && before.until > now) {
      return before;
    }
    // The oldest come first: what nobody asks for any more is not kept.
    for (const [other, { until }] of this.#said) {
      if (until > now) {
        break;
      }
      this.#said.delete(other);
    }
    const said: Said = { until: now + SAID_MS, details: new Map() };
    this.#said.set(namespace, said);
    return said;
  }

  /** Something changed in a namespace. */
  forget(namespace: string) {
    this.#said.delete(namespace);
  }

  /** Anything may have changed. */
  forgetAll() {
    this.#said.clear();
  }
}
