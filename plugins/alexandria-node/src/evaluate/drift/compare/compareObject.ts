import type { FieldDrift } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { isRecord, textAt, type Json } from '../../objects/read';
import { isIgnored } from './ignored';
import { keyOf, listKeys, sameKey } from './listKeys';
import { deployersOf, isAutoscaler, isController } from './managers';
import { lastField, pathText, type Step } from './path';
import { isNothing, sameScalar } from './sameValue';
import { shownValue } from './shownValue';
import { entriesOf, lastEntry, type Entry } from './writers';

/** Deeper than any object of Kubernetes, and no deeper than the stack. */
const DEEPEST = 64;

/** Maps that hold what tools note as well as what people add. */
const TOOLS_MAPS = ['annotations', 'labels'];

/** The comparison of one object: what both are, and who wrote the one in the cluster. */
class Comparison {
  readonly #kind: string;
  readonly #entries: readonly Entry[];
  readonly #deployers: ReadonlySet<string>;

  constructor(expected: Record<string, Json>, live: Json) {
    this.#kind = textAt(expected, 'kind');
    this.#entries = entriesOf(live);
    this.#deployers = deployersOf(this.#entries, expected);
  }

  *differences(
    path: readonly Step[],
    expected: Json,
    live: Json,
  ): Generator<FieldDrift> {
    if (isIgnored(path) || path.length > DEEPEST) {
      return;
    }
    if (live === undefined || live === null) {
      if (!isNothing(path, expected)) {
        yield this.#told('removed', path, expected, undefined);
      }
    } else if (isRecord(expected) && isRecord(live)) {
      yield* this.#ofMaps(path, expected, live);
    } else if (Array.isArray(expected) && Array.isArray(live)) {
      yield* this.#ofLists(path, expected, live);
    } else if (!sameScalar(path, expected, live) && !this.#isScaled(path)) {
      yield this.#told('changed', path, expected, live);
    }
  }

  *#ofMaps(
    path: readonly Step[],
    expected: Record<string, Json>,
    live: Record<string, Json>,
  ): Generator<FieldDrift> {
    for (const [field, value] of Object.entries(expected)) {
      const found = Object.hasOwn(live, field) ? live[field] : undefined;
      yield* this.differences([...path, { field }], value, found);
    }
    for (const [field, value] of Object.entries(live)) {
      if (!Object.hasOwn(expected, field)) {
        yield* this.#addition([...path, { field }], value);
      }
    }
  }

  *#ofLists(
    path: readonly Step[],
    expected: readonly Json[],
    live: readonly Json[],
  ): Generator<FieldDrift> {
    const keys = listKeys(this.#kind, lastField(path));
    if (keys === undefined) {
      if (expected.length !== live.length) {
        yield this.#told('changed', path, expected, live);
        return;
      }
      for (const [index, value] of expected.entries()) {
        yield* this.differences([...path, { index }], value, live[index]);
      }
      return;
    }
    const keyed = live.map(item => ({ key: keyOf(item, keys), item }));
    const asked = expected.map(item => ({ key: keyOf(item, keys), item }));
    for (const { key, item } of asked) {
      const found = keyed.find(each => sameKey(each.key, key));
      yield* this.differences([...path, { key }], item, found?.item);
    }
    for (const { key, item } of keyed) {
      if (!asked.some(each => sameKey(each.key, key))) {
        yield* this.#addition([...path, { key }], item);
      }
    }
  }

  /** What nobody asks for: the default of the cluster, or of a controller's making, or drift. */
  *#addition(path: readonly Step[], live: Json): Generator<FieldDrift> {
    if (isIgnored(path)) {
      return;
    }
    if (isRecord(live) && TOOLS_MAPS.includes(lastField(path))) {
      for (const [field, value] of Object.entries(live)) {
        yield* this.#addition([...path, { field }], value);
      }
      return;
    }
    const entry = lastEntry(this.#entries, path);
    if (
      entry === undefined ||
      isController(entry) ||
      (this.#deployers.has(entry.writer.manager) &&
        entry.writer.operation === 'Update')
    ) {
      return;
    }
    yield this.#told('added', path, undefined, live, entry);
  }

  /** Whether the replicas are what an autoscaler made them. */
  #isScaled(path: readonly Step[]): boolean {
    const entry =
      pathText(path) === 'spec.replicas'
        ? lastEntry(this.#entries, path)
        : undefined;
    return entry !== undefined && isAutoscaler(entry);
  }

  #told(
    change: FieldDrift['change'],
    path: readonly Step[],
    expected: Json,
    live: Json,
    entry = live === undefined ? undefined : lastEntry(this.#entries, path),
  ): FieldDrift {
    const [asked, found] = [shownValue(path, expected), shownValue(path, live)];
    const withheld = asked.withheld || found.withheld;
    return {
      path: pathText(path),
      change,
      ...(withheld || asked.text === undefined ? {} : { expected: asked.text }),
      ...(withheld || found.text === undefined ? {} : { live: found.text }),
      withheld,
      ...(entry === undefined ? {} : { writer: entry.writer }),
    };
  }
}

/**
 * What differs between an object that is asked for and the one in the cluster, and who wrote it last.
 *
 * Compared is what is asked for, as server-side apply has it: what is not is the cluster's to decide. What is there and
 * nobody asks for is drift when `managedFields` say that somebody put it there who neither deployed the object nor is a
 * controller. Pure: takes any JSON and never throws.
 *
 * @param expected - as the repository renders it
 * @param live - as the API server gives it
 *
 * @public
 */
export function compareObject(
  expected: Record<string, Json>,
  live: Record<string, Json>,
): FieldDrift[] {
  return [...new Comparison(expected, live).differences([], expected, live)];
}
