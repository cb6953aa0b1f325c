import type { KubernetesObject } from '../objects/KubernetesObject';
import { Json, recordsAt, textAt, valueAt } from '../objects/read';

/**
 * A key that a pod needs of a secret.
 *
 * @public
 */
export interface NeededKey {
  key: string;
  optional: boolean;
  /** Containers that use it, in the order of the pod. */
  containers: string[];
}

/**
 * A secret that a Deployment needs, as its own pod template says.
 *
 * @public
 */
export interface NeededSecret {
  name: string;
  /** The pod starts without it. */
  optional: boolean;
  keys: NeededKey[];
  /** Containers that take part of it or all of it. */
  containers: string[];
}

class Needs {
  readonly #secrets = new Map<string, NeededSecret>();

  add(name: string, container: string, optional: boolean, key?: string): void {
    if (name === '') {
      return;
    }
    const secret = this.#secrets.get(name) ?? {
      name,
      optional: true,
      keys: [],
      containers: [],
    };
    this.#secrets.set(name, secret);
    secret.optional &&= optional;
    const remember = (containers: string[]) => {
      if (container !== '' && !containers.includes(container)) {
        containers.push(container);
      }
    };
    remember(secret.containers);
    if (key === undefined || key === '') {
      return;
    }
    let known = secret.keys.find(other => other.key === key);
    if (known === undefined) {
      known = { key, optional: true, containers: [] };
      secret.keys.push(known);
    }
    known.optional &&= optional;
    remember(known.containers);
  }

  list(): NeededSecret[] {
    return [...this.#secrets.values()];
  }
}

const isOptional = (reference: Json) => valueAt(reference, 'optional') === true;

function addEnvironment(needs: Needs, container: Json): void {
  const name = textAt(container, 'name');
  for (const variable of recordsAt(container, 'env')) {
    const reference = valueAt(variable, 'valueFrom', 'secretKeyRef');
    needs.add(
      textAt(reference, 'name'),
      name,
      isOptional(reference),
      textAt(reference, 'key'),
    );
  }
  for (const source of recordsAt(container, 'envFrom')) {
    const reference = valueAt(source, 'secretRef');
    needs.add(textAt(reference, 'name'), name, isOptional(reference));
  }
}

function addVolume(needs: Needs, volume: Json, containers: string[]): void {
  const sources: { name: string; source: Json }[] = [
    {
      name: textAt(volume, 'secret', 'secretName'),
      source: valueAt(volume, 'secret'),
    },
    ...recordsAt(volume, 'projected', 'sources').map(projected => ({
      name: textAt(projected, 'secret', 'name'),
      source: valueAt(projected, 'secret'),
    })),
  ];
  for (const { name, source } of sources) {
    for (const container of containers.length > 0 ? containers : ['']) {
      needs.add(name, container, isOptional(source));
      for (const item of recordsAt(source, 'items')) {
        needs.add(name, container, isOptional(source), textAt(item, 'key'));
      }
    }
  }
}

/** The secrets that the pod template of a Deployment names, in its order: variables, then volumes. */
export function neededSecrets({ json }: KubernetesObject): NeededSecret[] {
  const spec = valueAt(json, 'spec', 'template', 'spec');
  const containers = [
    ...recordsAt(spec, 'initContainers'),
    ...recordsAt(spec, 'containers'),
  ];
  const needs = new Needs();
  for (const container of containers) {
    addEnvironment(needs, container);
  }
  for (const volume of recordsAt(spec, 'volumes')) {
    const mounting = containers
      .filter(container =>
        recordsAt(container, 'volumeMounts').some(
          mount => textAt(mount, 'name') === textAt(volume, 'name'),
        ),
      )
      .map(container => textAt(container, 'name'));
    addVolume(needs, volume, mounting);
  }
  return needs.list();
}
