import { Controllers } from '../controllers/Controllers';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { resourceOfKind } from '../objects/resources';
import { Hands } from '../samples/Hands';
import { infrastructure } from '../samples/infrastructure';
import { ClusterObjects } from '../store/ClusterObjects';
import { ObjectStore } from '../store/ObjectStore';

export const NAMESPACE = 'library';

const START = Date.parse('2026-01-05T08:00:00Z');

/** A cluster with controllers and an instance, whose clock is moved by the test. */
export class Simulation {
  #now = START;
  readonly objects = new ClusterObjects(new ObjectStore(), () => this.#now);
  readonly hands = new Hands(this.objects, 'library', NAMESPACE);
  readonly #controllers = new Controllers(this.objects, () => this.#now);

  constructor() {
    for (const object of infrastructure('test')) {
      const resource = resourceOfKind(object.kind);
      const options = { manager: 'test' };
      const created = this.objects.create(resource, object, options);
      if (object.status) {
        const { name } = object.metadata;
        this.objects.update(
          { resource, name },
          { ...created, status: object.status },
          { ...options, subresource: 'status' },
        );
      }
    }
    this.hands.secret('alexandria-auth', 'jwt-secret', 'admin-password');
    this.hands.secret('alexandria-db', 'database-url');
  }

  get now(): number {
    return this.#now;
  }

  /** Lets so many seconds go by, one after the other. @param seen - is told each */
  run(seconds: number, seen: () => void = () => undefined): this {
    for (let second = 0; second < seconds; second++) {
      this.#controllers.reconcile();
      seen();
      this.#now += 1_000;
    }
    return this;
  }

  /** Lets so many minutes go by at once. */
  jump(minutes: number): this {
    this.#now += minutes * 60_000;
    return this.run(2);
  }

  list<T = KubernetesObject>(kind: string): T[] {
    return this.objects.list(resourceOfKind(kind), NAMESPACE) as T[];
  }

  get<T = KubernetesObject>(kind: string, name = 'alexandria'): T {
    const resource = resourceOfKind(kind);
    return this.objects.get({ resource, namespace: NAMESPACE, name }) as T;
  }
}
