import {
  formatIssue,
  renderObjects,
  resolveValues,
  type ValuesInput,
} from '@alexandriaproject/alexandria-manifests';
import { sampleValue } from '../controllers/externalSecrets';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { JsonRecord } from '../objects/json';
import { resourceOfKind } from '../objects/resources';
import type { ClusterObjects } from '../store/ClusterObjects';

/** Every instance is installed under this name, as the generated repositories have it. */
const RELEASE = 'alexandria';

/** What all of them run where nothing else is said. */
const TAG = 'v1.4.2';

const GITOPS = 'argocd-controller';

const image = { tag: TAG };

/** What the sample instances have in common. */
const common: ValuesInput = {
  image: { api: image, orchestrator: image, dashboard: image },
  auth: { existingSecret: 'alexandria-auth' },
};

/** What people and pipelines do with one instance in one cluster. */
export class Hands {
  readonly #objects: ClusterObjects;
  readonly #entity: string | undefined;
  readonly #namespace: string;

  /** @param entity - name of the entity of the instance; undefined when it has none */
  constructor(
    objects: ClusterObjects,
    entity: string | undefined,
    namespace: string,
  ) {
    this.#objects = objects;
    this.#entity = entity;
    this.#namespace = namespace;
  }

  /** Applies what the values render, as a GitOps controller does: what it applied before and does not any more stays. */
  install(...layers: ValuesInput[]): void {
    const release = { name: RELEASE, namespace: this.#namespace };
    const backstage: ValuesInput = this.#entity
      ? { backstage: { entityName: this.#entity } }
      : {};
    const values = resolveValues([common, backstage, ...layers], release);
    if (!values.ok) {
      throw new Error(
        `${this.#namespace}: ${values.issues.map(formatIssue).join('; ')}`,
      );
    }
    this.namespace();
    renderObjects(values.value, release).forEach(object =>
      this.apply(object as KubernetesObject, GITOPS),
    );
  }

  namespace(): void {
    this.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.#namespace },
    });
  }

  /** Writes a Secret with something of its own for each key. */
  secret(name: string, ...keys: string[]): void {
    this.namespace();
    this.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: this.#namespace },
      stringData: Object.fromEntries(keys.map(key => [key, sampleValue(key)])),
    });
  }

  apply(object: KubernetesObject, manager = 'platform-team'): void {
    const { kind, metadata } = object;
    const { name, namespace } = metadata;
    this.#objects.apply(
      { resource: resourceOfKind(kind), namespace, name },
      object,
      {
        ...{ manager, force: true },
      },
    );
  }

  /** Changes what the Deployment asks for. @param manager - the part of kubectl that somebody used */
  change(manager: string, spec: JsonRecord, subresource?: 'scale'): void {
    const resource = resourceOfKind('Deployment');
    const key = { resource, namespace: this.#namespace, name: RELEASE };
    this.#objects.patch(
      key,
      before => ({ ...before, spec: { ...(before.spec as object), ...spec } }),
      { manager, subresource },
    );
  }

  /** Deletes what belongs to the whole cluster. */
  deleteFromCluster(kind: string, name: string): void {
    this.#objects.delete({ resource: resourceOfKind(kind), name });
  }
}
