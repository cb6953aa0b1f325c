import { Json, recordsAt, textAt } from '../objects/read';

/** A container that the values render, and the one of its name in the cluster. */
export interface ContainerPair {
  name: string;
  wanted: Json;
  /** Undefined when there is none of the name. */
  found: Json;
}

const LISTS = ['initContainers', 'containers'] as const;

/**
 * The containers that a rendered Deployment has, each with what runs under its name. Containers that only the cluster
 * has are nobody's mistake: admission adds sidecars.
 */
export function containerPairs(wanted: Json, found: Json): ContainerPair[] {
  return LISTS.flatMap(list => {
    const path = ['spec', 'template', 'spec', list];
    const live = recordsAt(found, ...path);
    return recordsAt(wanted, ...path).map(container => {
      const name = textAt(container, 'name');
      return {
        name,
        wanted: container,
        found: live.find(each => textAt(each, 'name') === name),
      };
    });
  });
}
