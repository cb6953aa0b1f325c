import type { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import { recordsAt, textAt, valueAt } from '../kubernetes/objects/json';

/** A Secret that somebody has to write before an instance can start. */
export interface MissingSecret {
  name: string;
  /** Keys that are needed; of a certificate none, since both are. */
  keys: string[];
  /** Host names of a certificate. */
  hosts?: string[];
}

type Objects = readonly KubernetesObject[];

/** Names of Secrets that are among the objects, or that one of them has somebody else write. */
function written(objects: Objects): Set<string> {
  return new Set(
    objects.flatMap(object => {
      const { kind, metadata } = object;
      switch (kind) {
        case 'Secret':
          return [metadata.name];
        case 'Certificate':
          return [textAt(object, 'spec', 'secretName')];
        case 'ExternalSecret':
          return [textAt(object, 'spec', 'target', 'name') || metadata.name];
        case 'Ingress':
          return Object.keys(metadata.annotations ?? {}).some(name =>
            name.startsWith('cert-manager.io/'),
          )
            ? recordsAt(object, 'spec', 'tls').map(tls =>
                textAt(tls, 'secretName'),
              )
            : [];
        default:
          return [];
      }
    }),
  );
}

/** Keys by Secret, as variables and volumes of a pod template name them. */
function named(template: unknown): [name: string, key?: string][] {
  const containers = ['initContainers', 'containers'].flatMap(list =>
    recordsAt(template, 'spec', list),
  );
  const fromVariables = containers
    .flatMap(container => recordsAt(container, 'env'))
    .map(variable => valueAt(variable, 'valueFrom', 'secretKeyRef'))
    .map((reference): [string, string] => [
      textAt(reference, 'name'),
      textAt(reference, 'key'),
    ]);
  const whole = containers
    .flatMap(container => recordsAt(container, 'envFrom'))
    .map((source): [string] => [textAt(source, 'secretRef', 'name')]);
  const fromVolumes = recordsAt(template, 'spec', 'volumes').flatMap(
    (volume): [string, string?][] => {
      const sources: [string, unknown][] = [
        [textAt(volume, 'secret', 'secretName'), volume.secret],
        ...recordsAt(volume, 'projected', 'sources').map(
          (source): [string, unknown] => [
            textAt(source, 'secret', 'name'),
            source.secret,
          ],
        ),
      ];
      return sources.flatMap(([name, source]): [string, string?][] => [
        [name],
        ...recordsAt(source, 'items').map((item): [string, string] => [
          name,
          textAt(item, 'key'),
        ]),
      ]);
    },
  );
  return [...fromVariables, ...whole, ...fromVolumes];
}

/** The Secrets that some objects need and that none of them makes. */
export function missingSecrets(objects: Objects): MissingSecret[] {
  const there = written(objects);
  const needed = new Map<string, MissingSecret>();
  const need = (name: string) => {
    const known = needed.get(name) ?? { name, keys: [] };
    needed.set(name, known);
    return known;
  };
  for (const object of objects) {
    if (object.kind === 'Ingress') {
      for (const tls of recordsAt(object, 'spec', 'tls')) {
        const hosts = valueAt(tls, 'hosts');
        need(textAt(tls, 'secretName')).hosts = Array.isArray(hosts)
          ? hosts.map(String)
          : [];
      }
    }
    for (const [name, key] of named(valueAt(object, 'spec', 'template'))) {
      const { keys } = need(name);
      if (key !== undefined && !keys.includes(key)) {
        keys.push(key);
      }
    }
  }
  return [...needed.values()].filter(
    ({ name }) => name !== '' && !there.has(name),
  );
}

/** The stores that ExternalSecrets among some objects fetch from. */
export function neededStores(objects: Objects) {
  return objects
    .filter(({ kind }) => kind === 'ExternalSecret')
    .map(object => ({
      kind: textAt(object, 'spec', 'secretStoreRef', 'kind') || 'SecretStore',
      name: textAt(object, 'spec', 'secretStoreRef', 'name'),
    }));
}
