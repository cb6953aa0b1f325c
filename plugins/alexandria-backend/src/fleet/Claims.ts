import { kubernetesAnnotations } from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  deploymentSelectorOf,
  type DeploymentIdentity,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { Entity } from '@backstage/catalog-model';

interface Claim {
  entity: Entity;
  isOwn(deployment: DeploymentIdentity): boolean;
}

const {
  id: ID,
  labelSelector: SELECTOR,
  cluster: CLUSTER,
  namespace: NAMESPACE,
} = kubernetesAnnotations;

/** The key of a place; a name of a cluster may hold anything. */
const placeOf = (cluster: string, namespace: string) =>
  JSON.stringify([cluster, namespace]);

function add<K>(claims: Map<K, Claim[]>, key: K, claim: Claim) {
  const before = claims.get(key);
  if (before) {
    before.push(claim);
  } else {
    claims.set(key, [claim]);
  }
}

/**
 * Which of many entities a Deployment is of. To ask this of each Deployment takes as long as there are Deployments, and not as
 * many times longer as there are entities: of most entities the annotations say by which label or where to look.
 */
export class Claims {
  readonly #byId = new Map<string, Claim[]>();
  readonly #byPlace = new Map<string, Claim[]>();
  /** Of those that select by other labels, wherever these are. */
  readonly #anywhere: Claim[] = [];

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      const isOwn = deploymentSelectorOf(entity);
      if (isOwn) {
        this.#add({ entity, isOwn });
      }
    }
  }

  #add(claim: Claim) {
    const annotations = claim.entity.metadata.annotations ?? {};
    const { [ID]: id, [SELECTOR]: selector } = annotations;
    const { [CLUSTER]: cluster, [NAMESPACE]: namespace } = annotations;
    if (!selector) {
      add(this.#byId, id, claim);
    } else if (cluster !== undefined && namespace !== undefined) {
      add(this.#byPlace, placeOf(cluster, namespace), claim);
    } else {
      this.#anywhere.push(claim);
    }
  }

  /** The entities that a Deployment is of, of which there may be several. */
  of(deployment: DeploymentIdentity): Entity[] {
    const { cluster, namespace, labels } = deployment;
    return [
      ...(this.#byId.get(labels[ID]) ?? []),
      ...(this.#byPlace.get(placeOf(cluster, namespace)) ?? []),
      ...this.#anywhere,
    ]
      .filter(({ isOwn }) => isOwn(deployment))
      .map(({ entity }) => entity);
  }
}
