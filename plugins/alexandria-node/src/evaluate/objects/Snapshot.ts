import type { ObjectReference } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { byText } from './byText';
import { readEvent } from './Event';
import { isRecord, Json, recordsAt, textAt } from './read';
import { KubernetesObject, readObject } from './KubernetesObject';

/** The controller of an object, as its owner references name it. */
export interface Owner {
  kind: string;
  name: string;
  uid: string;
}

export function controllerOf(object: KubernetesObject): Owner | undefined {
  const owner = recordsAt(object.json, 'metadata', 'ownerReferences').find(
    reference => reference.controller === true,
  );
  return (
    owner && {
      kind: textAt(owner, 'kind'),
      name: textAt(owner, 'name'),
      uid: textAt(owner, 'uid'),
    }
  );
}

const ownedKey = (
  kind: string,
  namespace: string,
  owner: { kind: string; name: string },
) => `owned ${kind}\n${namespace}\n${owner.kind}\n${owner.name}`;

const eventKey = (namespace: string, about: { kind: string; name: string }) =>
  `about ${about.kind}\n${namespace}\n${about.name}`;

/** Deeper than any object of Kubernetes; a JSON reader takes far more, and the stack does not. */
const MAX_DEPTH = 100;

/** JSON with the keys of every map in order: the same for objects that say the same. */
export function canonicalText(value: Json, depth = 0): string {
  if (depth > MAX_DEPTH) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalText(item, depth + 1)).join(',')}]`;
  }
  if (isRecord(value)) {
    return `{${Object.keys(value)
      .sort()
      .map(
        key => `${JSON.stringify(key)}:${canonicalText(value[key], depth + 1)}`,
      )
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const identity = ({ kind, group, namespace, name }: KubernetesObject) =>
  [kind, group, namespace, name].join('\n');

/** Of two states of one object the later: by its generation, then by its text, so that the order of the input is nothing. */
const byAge = (a: KubernetesObject, b: KubernetesObject) => {
  const version = (object: KubernetesObject) => {
    const number = Number(textAt(object.json, 'metadata', 'resourceVersion'));
    return Number.isFinite(number) ? number : 0;
  };
  return (
    version(a) - version(b) ||
    byText(canonicalText(a.json), canonicalText(b.json))
  );
};

/**
 * Objects of one cluster, found by kind. The same for the same objects in any order; of several states of one object it
 * keeps the latest.
 *
 * @public
 */
export class Snapshot {
  readonly objects: readonly KubernetesObject[];
  /** By kind, by kind and namespace, by kind, namespace and name; and by who controls them. */
  readonly #index = new Map<string, KubernetesObject[]>();
  readonly #loosePods = new Map<string, KubernetesObject[]>();

  constructor(json: Iterable<Json>) {
    const latest = new Map<string, KubernetesObject>();
    const nameless: KubernetesObject[] = [];
    for (const item of json) {
      const object = readObject(item);
      if (object === undefined) {
        continue;
      }
      if (object.name === '') {
        nameless.push(object);
        continue;
      }
      const key = identity(object);
      const other = latest.get(key);
      if (other === undefined || byAge(other, object) < 0) {
        latest.set(key, object);
      }
    }
    this.objects = [
      ...[...latest.entries()]
        .sort(([a], [b]) => byText(a, b))
        .map(([, object]) => object),
      ...nameless.sort(byAge),
    ];
    for (const object of this.objects) {
      const { kind, namespace, name } = object;
      this.#add(kind, object);
      this.#add(`${kind}\n${namespace}`, object);
      this.#add(`${kind}\n${namespace}\n${name}`, object);
      const owner = controllerOf(object);
      if (owner !== undefined) {
        this.#add(ownedKey(kind, namespace, owner), object);
      }
    }
    for (const event of this.objects.filter(({ kind }) => kind === 'Event')) {
      const { about } = readEvent(event);
      this.#add(eventKey(event.namespace, about), event);
    }
  }

  #add(key: string, object: KubernetesObject): void {
    const objects = this.#index.get(key);
    if (objects === undefined) {
      this.#index.set(key, [object]);
    } else {
      objects.push(object);
    }
  }

  #get(group: string, key: string): KubernetesObject[] {
    return (this.#index.get(key) ?? []).filter(
      object => object.group === group || object.version === '',
    );
  }

  /**
   * The objects of a kind in a namespace, by name.
   *
   * @param group - also taken: objects that do not say their group
   */
  inNamespace(
    group: string,
    kind: string,
    namespace: string,
  ): KubernetesObject[] {
    return this.#get(group, `${kind}\n${namespace}`);
  }

  /** The objects of a kind, by namespace and name. */
  ofKind(group: string, kind: string): KubernetesObject[] {
    return this.#get(group, kind);
  }

  /** The objects of a kind that an object controls, by its kind and name. */
  controlledBy(
    group: string,
    kind: string,
    owner: KubernetesObject,
  ): KubernetesObject[] {
    return this.#get(group, ownedKey(kind, owner.namespace, owner));
  }

  /** The pods of a namespace that no ReplicaSet at hand controls, and nothing but a ReplicaSet. */
  loosePods(namespace: string): readonly KubernetesObject[] {
    let pods = this.#loosePods.get(namespace);
    if (pods === undefined) {
      pods = this.inNamespace('', 'Pod', namespace).filter(pod => {
        const owner = controllerOf(pod);
        return (
          owner === undefined ||
          (owner.kind === 'ReplicaSet' &&
            this.find('apps', 'ReplicaSet', namespace, owner.name) ===
              undefined)
        );
      });
      this.#loosePods.set(namespace, pods);
    }
    return pods;
  }

  /** The events about an object. */
  eventsAbout(object: KubernetesObject): readonly KubernetesObject[] {
    return this.#index.get(eventKey(object.namespace, object)) ?? [];
  }

  /** The object that a finding names, of any group. */
  referred({
    kind,
    namespace = '',
    name,
  }: ObjectReference): KubernetesObject | undefined {
    return this.#index.get(`${kind}\n${namespace}\n${name}`)?.at(0);
  }

  find(
    group: string,
    kind: string,
    namespace: string,
    name: string,
  ): KubernetesObject | undefined {
    return this.#get(group, `${kind}\n${namespace}\n${name}`).at(0);
  }
}
