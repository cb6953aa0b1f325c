import { publicUrls } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import type { ClusterObjects } from './ClusterObjects';

/** What says where a Deployment is reached. */
const KINDS = ['Deployment', 'Service', 'Ingress', 'HTTPRoute'];

/** Where Deployments are reached, which is found again only for namespaces in which something changed. */
export class PublicUrls {
  readonly #objects: ClusterObjects;
  /** By namespace and name. */
  readonly #known = new Map<string, Map<string, string[]>>();

  constructor(objects: ClusterObjects) {
    this.#objects = objects;
  }

  /** Objects of a kind changed in these namespaces. */
  change(kind: string, namespaces: Iterable<string>) {
    if (KINDS.includes(kind)) {
      for (const namespace of namespaces) {
        this.#known.delete(namespace);
      }
    }
  }

  /** @param now - the time in the cluster */
  of(namespace: string, name: string, now: Date): string[] {
    const known = this.#known.get(namespace) ?? new Map<string, string[]>();
    this.#known.set(namespace, known);
    const before = known.get(name);
    if (before) {
      return before;
    }
    const objects = this.#objects.in(namespace, KINDS);
    const urls = publicUrls({ objects, now }, { namespace, name });
    known.set(name, urls);
    return urls;
  }
}
