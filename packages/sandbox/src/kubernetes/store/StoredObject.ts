import type { KubernetesObject } from '../objects/KubernetesObject';
import type { JsonRecord } from '../objects/json';

/** What is known of an object without reading all of it. */
export interface ObjectHead {
  apiVersion: string;
  kind: string;
  name: string;
  /** Absent for what belongs to the whole cluster. */
  namespace?: string;
  labels: Readonly<Record<string, string>>;
}

/** By which objects of a kind are told apart and ordered. */
export const keyOf = ({
  namespace = '',
  name,
}: Pick<ObjectHead, 'namespace' | 'name'>) => `${namespace}/${name}`;

/**
 * One version of an object. It is kept as JSON text or as an object, whichever it was given as, and the other is made when
 * it is first asked for: what is only listed is never parsed, and what is only looked at in process is never written.
 */
export class StoredObject {
  readonly head: ObjectHead;
  readonly version: number;
  readonly key: string;
  #object: KubernetesObject | undefined;
  #text: string | undefined;

  private constructor(head: ObjectHead, version: number) {
    this.head = head;
    this.version = version;
    this.key = keyOf(head);
  }

  static of(object: KubernetesObject, version: number): StoredObject {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace, labels = {} } = metadata;
    const head = { apiVersion, kind, name, labels };
    const stored = new StoredObject(
      namespace === undefined ? head : { ...head, namespace },
      version,
    );
    stored.#object = object;
    return stored;
  }

  /** @param text - JSON of the object without `apiVersion` and `kind`, as a list has it, with `version` in it */
  static ofText(head: ObjectHead, text: string, version: number): StoredObject {
    const stored = new StoredObject(head, version);
    stored.#text = text;
    return stored;
  }

  /** Must not be changed. */
  get object(): KubernetesObject {
    if (this.#object === undefined) {
      const { apiVersion, kind } = this.head;
      this.#object = { apiVersion, kind, ...JSON.parse(this.#text!) };
    }
    return this.#object!;
  }

  /** JSON without `apiVersion` and `kind`. */
  get text(): string {
    if (this.#text === undefined) {
      const { apiVersion, kind, ...rest } = this.object;
      this.#text = JSON.stringify(rest satisfies JsonRecord);
    }
    return this.#text;
  }

  /** JSON of the whole object. */
  get whole(): string {
    const { apiVersion, kind } = this.head;
    return `{"kind":${JSON.stringify(kind)},"apiVersion":${JSON.stringify(
      apiVersion,
    )},${this.text.slice(1)}`;
  }
}
