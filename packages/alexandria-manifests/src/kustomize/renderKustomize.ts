import type { GeneratedFile } from '../GeneratedFile';
import type { Release, Values } from '../values';
import { writeYaml } from '../yaml';
import { baseObjects, byIdentity } from './base';
import { fileName } from './fileName';
import { overlay } from './overlay';

/**
 * One environment, complete and checked.
 *
 * @public
 */
export interface KustomizeEnvironment {
  name: string;
  values: Values;
  release: Release;
}

/**
 * A Kustomize base and an overlay for each environment. `kubectl kustomize` of an overlay gives the objects that
 * renderObjects gives for its values.
 *
 * No generators, whose hashes would rename what they make. Overlays change the base by JSON patches with lists replaced
 * whole, as strategic merge patches would reorder or merge what must stay apart, and by one deletion per file, as kubectl
 * 1.32 panics over two.
 *
 * @param base - name of the environment whose objects are the base
 * @returns files below `manifests/` and `overlays/<environment>/`
 * @throws RangeError when no environment is called that
 *
 * @public
 */
export function renderKustomize(
  environments: readonly KustomizeEnvironment[],
  base: string,
): GeneratedFile[] {
  const lowest = environments.find(({ name }) => name === base);
  if (lowest === undefined) {
    throw new RangeError(`there is no environment ${JSON.stringify(base)}`);
  }
  const objects = baseObjects(lowest.values, lowest.release);
  const shared = byIdentity(objects);
  return [
    {
      path: 'manifests/kustomization.yaml',
      content: writeYaml(
        {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          resources: objects.map(object => `${fileName(object)}.yaml`),
        },
        {
          header: `The base: what ${base} runs, in no namespace. Generated; changes belong into an overlay's patches/.`,
        },
      ),
    },
    ...objects.map(object => ({
      path: `manifests/${fileName(object)}.yaml`,
      content: writeYaml(object),
    })),
    ...environments.flatMap(environment =>
      overlay(environment, shared).map(({ path, content }) => ({
        path: `overlays/${environment.name}/${path}`,
        content,
      })),
    ),
  ];
}
