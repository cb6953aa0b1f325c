import {
  worstHealth,
  type ClusterStatus,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ClusterModel } from './ClusterModel';
import { readLabelSelector, type LabelSelector } from './labelSelector';

/** The annotations by which Backstage's Kubernetes plugin finds what belongs to an entity. */
const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

/** The Deployments of an entity, by label; undefined when its annotations name none. */
export function selectorOf({ metadata }: Entity): LabelSelector | undefined {
  const { [SELECTOR]: selector, [ID]: id } = metadata.annotations ?? {};
  if (selector) {
    return readLabelSelector(selector);
  }
  return id ? labels => labels[ID] === id : undefined;
}

const worstFirst = (a: { health: string }, b: { health: string }) => {
  if (a.health === b.health) {
    return 0;
  }
  return worstHealth([a.health, b.health] as Parameters<
    typeof worstHealth
  >[0]) === a.health
    ? -1
    : 1;
};

/** What is said of instances, from what is kept of the clusters: no request is made to any. */
export class StatusService {
  readonly #clusters: readonly ClusterModel[];
  readonly #unusable: readonly ClusterStatus[];

  /** @param unusable - clusters that cannot be watched, and why */
  constructor(
    clusters: readonly ClusterModel[],
    unusable: readonly ClusterStatus[] = [],
  ) {
    this.#clusters = clusters;
    this.#unusable = unusable;
  }

  /** @returns undefined when the annotations of the entity do not say which Deployments are its own */
  status(entity: Entity): InstanceStatus | undefined {
    const selector = selectorOf(entity);
    if (!selector) {
      return undefined;
    }
    const { [NAMESPACE]: namespace, [CLUSTER]: cluster } =
      entity.metadata.annotations ?? {};
    const isMeant = ({ name }: { name: string }) =>
      cluster === undefined || cluster === name;
    const clusters = this.#clusters.filter(isMeant);
    const deployments = clusters
      .flatMap(model =>
        model
          .namespaces()
          .filter(each => namespace === undefined || namespace === each)
          .flatMap(each => this.#verdicts(model, each, selector)),
      )
      .sort(worstFirst);
    const statuses = [
      ...clusters.map(model => model.status()),
      ...this.#unusable.filter(isMeant),
    ];
    const partial =
      statuses.length === 0 ||
      statuses.some(({ condition }) => condition !== 'Current');
    const none = partial ? 'Unknown' : 'Missing';
    return {
      entityRef: stringifyEntityRef(entity),
      health:
        deployments.length > 0
          ? worstHealth(deployments.map(({ health }) => health))
          : none,
      partial,
      clusters: statuses,
      deployments,
    };
  }

  #verdicts(model: ClusterModel, namespace: string, selector: LabelSelector) {
    const labels = model.deploymentLabels(namespace);
    return model
      .verdicts(namespace)
      .filter(({ deployment }) => selector(labels.get(deployment.name) ?? {}))
      .map(verdict => ({ ...verdict, cluster: model.name }));
  }
}
