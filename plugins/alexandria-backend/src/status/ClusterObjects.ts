import type { LabelSelector } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { ClusterDeployments } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Change } from '../watch/ObjectCache';
import { projectionOf, type KeptObject } from './projection/projectObject';

/** Maps of a namespace, of which none is kept empty. */
class Namespaced<V> {
  readonly #namespaces = new Map<string, Map<string, V>>();

  set(namespace: string, key: string, value: V | undefined) {
    const values = this.#namespaces.get(namespace) ?? new Map<string, V>();
    if (value === undefined) {
      values.delete(key);
    } else {
      values.set(key, value);
    }
    if (values.size > 0) {
      this.#namespaces.set(namespace, values);
    } else {
      this.#namespaces.delete(namespace);
    }
  }

  get(namespace: string): ReadonlyMap<string, V> | undefined {
    return this.#namespaces.get(namespace);
  }

  keys(): string[] {
    return [...this.#namespaces.keys()];
  }

  forEach(visit: (value: V, namespace: string, key: string) => void) {
    this.#namespaces.forEach((values, namespace) =>
      values.forEach((value, key) => visit(value, namespace, key)),
    );
  }
}

/** The objects that are kept of one cluster, and which of them are an entity's. */
export class ClusterObjects {
  /** By kind and name. */
  readonly #objects = new Namespaced<KeptObject>();
  /** The labels of all Deployments, by name, so that to look one up is not to unpack all. */
  readonly #labels = new Namespaced<Record<string, string>>();

  /** @returns the object that came, changed or went */
  take({ before, after }: Change<KeptObject>): KeptObject {
    const object = (after ?? before)!;
    const { namespace, kind, name } = object;
    this.#objects.set(namespace, `${kind}/${name}`, after);
    if (kind === 'Deployment') {
      const labels = after && (projectionOf(after).metadata.labels ?? {});
      this.#labels.set(namespace, name, labels);
    }
    return object;
  }

  /** @param kinds - all when omitted */
  in(namespace: string, kinds?: readonly string[]) {
    return [...(this.#objects.get(namespace)?.values() ?? [])]
      .filter(({ kind }) => !kinds || kinds.includes(kind))
      .map(projectionOf);
  }

  /** The labels of a Deployment, undefined when there is none of that name. */
  labelsOf(
    namespace: string,
    deployment: string,
  ): Record<string, string> | undefined {
    return this.#labels.get(namespace)?.get(deployment);
  }

  /** The Deployments that a selector selects: their names, by namespace. */
  select(selector: LabelSelector): Map<string, Set<string>> {
    const selected = new Map<string, Set<string>>();
    // Thousands are looked through for one question: pairs of key and value would be left behind for each.
    this.#labels.forEach((labels, namespace, name) => {
      if (selector(labels)) {
        const names = selected.get(namespace) ?? new Set();
        selected.set(namespace, names.add(name));
      }
    });
    return selected;
  }

  /** Whether a selector selects a Deployment of a namespace. */
  selectsIn(selector: LabelSelector, namespace: string): boolean {
    return [...(this.#labels.get(namespace)?.values() ?? [])].some(selector);
  }

  /** Those that have a Deployment. */
  namespaces(): string[] {
    return this.#labels.keys();
  }

  /** All Deployments. */
  deployments(): ClusterDeployments['deployments'] {
    const all: ClusterDeployments['deployments'] = [];
    this.#labels.forEach((labels, namespace, name) => {
      const { database } =
        this.#objects.get(namespace)?.get(`Deployment/${name}`) ?? {};
      all.push({ namespace, name, labels, ...(database ? { database } : {}) });
    });
    return all;
  }
}
