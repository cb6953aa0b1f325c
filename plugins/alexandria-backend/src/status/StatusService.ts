import {
  worstHealth,
  type ClusterDeployments,
  type ClusterStatus,
  type DeploymentDetails,
  type Fleet,
  type FleetDeployment,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  labelSelectorOf,
  mayBeIn,
  type LabelSelector,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { driftOf } from '../drift/driftOf';
import type { ExpectationReader } from '../expectations/ExpectationReader';
import { fleetOf } from '../fleet/fleetOf';
import type { ClusterModel } from './ClusterModel';

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

const isMeant =
  (entity: Entity) =>
  ({ name }: { name: string }) =>
    mayBeIn(entity, { cluster: name });

/** The names of the Deployments of an entity in a cluster, those that it should have too, by namespace. */
function ownOf(
  model: ClusterModel,
  entity: Entity,
  selector: LabelSelector,
): [string, Set<string>][] {
  return [
    ...model.select(selector),
    ...model.missing(stringifyEntityRef(entity)),
  ].filter(([namespace]) => mayBeIn(entity, { namespace }));
}

/** Names a Deployment of a cluster, which has the name that the portal has for it. */
export interface DeploymentName {
  cluster: string;
  namespace: string;
  name: string;
}

/** What is said of instances, from what is kept of the clusters: no request is made to any. */
export class StatusService {
  readonly #clusters: readonly ClusterModel[];
  readonly #unusable: readonly ClusterStatus[];
  readonly #expectations: ExpectationReader | undefined;

  /**
   * @param unusable - clusters that cannot be watched, and why
   * @param expectations - what the models compare instances with
   */
  constructor(
    clusters: readonly ClusterModel[],
    unusable: readonly ClusterStatus[] = [],
    expectations?: ExpectationReader,
  ) {
    this.#clusters = clusters;
    this.#unusable = unusable;
    this.#expectations = expectations;
  }

  /** @returns undefined when the annotations of the entity do not say which Deployments are its own */
  status(entity: Entity): InstanceStatus | undefined {
    const selector = labelSelectorOf(entity);
    if (!selector) {
      return undefined;
    }
    const clusters = this.#clusters.filter(isMeant(entity));
    const entityRef = stringifyEntityRef(entity);
    const repository = this.#repository(entityRef);
    const deployments = clusters
      .flatMap(model =>
        ownOf(model, entity, selector).flatMap(([namespace, names]) =>
          model.said
            .of(namespace)
            .filter(({ deployment }) => names.has(deployment.name))
            .map(verdict => ({ ...verdict, cluster: model.name })),
        ),
      )
      .sort(worstFirst);
    const statuses = [
      ...clusters.map(model => model.status()),
      ...this.#unusable.filter(isMeant(entity)),
    ];
    const partial =
      statuses.length === 0 ||
      statuses.some(({ condition }) => condition !== 'Current');
    const none = partial ? 'Unknown' : 'Missing';
    return {
      entityRef,
      health:
        deployments.length > 0
          ? worstHealth(deployments.map(({ health }) => health))
          : none,
      partial,
      clusters: statuses,
      ...(repository ? { repository } : {}),
      deployments,
    };
  }

  /** Whether an entity has a Deployment in one of these namespaces of a cluster. */
  isIn(entity: Entity, cluster: string, namespaces: Iterable<string>): boolean {
    const selector = labelSelectorOf(entity);
    const model = this.#clusters.find(({ name }) => name === cluster);
    return (
      selector !== undefined &&
      model !== undefined &&
      [...namespaces].some(namespace => model.selectsIn(selector, namespace))
    );
  }

  /**
   * All that is said of one Deployment of an entity.
   *
   * @returns undefined when it is not the entity's own, or there is no such Deployment or cluster
   */
  details(
    entity: Entity,
    { cluster, namespace, name }: DeploymentName,
  ): DeploymentDetails | undefined {
    const selector = labelSelectorOf(entity);
    const model = this.#clusters
      .filter(isMeant(entity))
      .find(each => each.name === cluster);
    const isOwn =
      selector &&
      model &&
      ownOf(model, entity, selector).some(
        ([each, names]) => each === namespace && names.has(name),
      );
    const details = isOwn ? model.details(namespace, name) : undefined;
    const repository = this.#expectations?.state(stringifyEntityRef(entity));
    return details && repository
      ? { ...details, drift: driftOf(details, repository) }
      : details;
  }

  /**
   * How well the clusters are known.
   *
   * @param entities - of which one may be in the clusters; all clusters when omitted
   */
  clusters(entities?: readonly Entity[]): Fleet['clusters'] {
    return [
      ...this.#clusters.map(model => model.freshness()),
      ...this.#unusable,
    ].filter(
      cluster => !entities || entities.some(each => isMeant(each)(cluster)),
    );
  }

  /** What is said in short of each Deployment of some entities, and of those of which there is none. */
  fleet(entities: readonly Entity[]): Promise<FleetDeployment[]> {
    return fleetOf(
      entities,
      this.#clusters,
      this.#unusable.map(({ name }) => name),
    );
  }

  /**
   * All that is known to run in a cluster, whether or not it is anybody's.
   *
   * @returns undefined when there is no such cluster
   */
  cluster(name: string): ClusterDeployments | undefined {
    const model = this.#clusters.find(each => each.name === name);
    if (model) {
      return model.deployments();
    }
    const cluster = this.#unusable.find(each => each.name === name);
    return cluster && { cluster, deployments: [] };
  }

  #repository(entityRef: string): InstanceStatus['repository'] {
    const state = this.#expectations?.state(entityRef);
    return (
      state && {
        ...(state.readAt === undefined
          ? {}
          : { readAt: new Date(state.readAt).toISOString() }),
        problems: state.problems,
      }
    );
  }
}
