import type { ClusterObjects } from '../store/ClusterObjects';
import { Autoscaler } from './Autoscaler';
import { Certificates } from './Certificates';
import { claims } from './claims';
import { Control, type Controller } from './Control';
import { deployments } from './deployments';
import { disruptionBudgets } from './disruptionBudgets';
import { externalSecrets } from './externalSecrets';
import { eventTtl, garbageCollector, namespaces } from './garbage';
import { Kubelet } from './Kubelet';
import { addresses, endpointSlices, routes } from './network';
import { replicaSets } from './replicaSets';
import { scheduler } from './scheduler';

/**
 * What controllers, scheduler, kubelets and operators do in a cluster, as far as it shows in the objects of Alexandria.
 * Nothing happens in between: {@link reconcile} brings everything up to the moment that the clock shows.
 */
export class Controllers {
  readonly #control: Control;
  readonly #controllers: readonly Controller[];

  /** @param now - milliseconds since the epoch */
  constructor(objects: ClusterObjects, now: () => number) {
    this.#control = new Control(objects, now);
    const [autoscaler, certificates, kubelet] = [
      new Autoscaler(),
      new Certificates(),
      new Kubelet(),
    ];
    this.#controllers = [
      namespaces,
      garbageCollector,
      claims,
      externalSecrets,
      control => certificates.run(control),
      control => autoscaler.run(control),
      deployments,
      replicaSets,
      scheduler,
      control => kubelet.run(control),
      // What became of the pods is counted at once.
      replicaSets,
      deployments,
      endpointSlices,
      addresses,
      routes,
      disruptionBudgets,
      eventTtl,
    ];
  }

  reconcile(): void {
    this.#controllers.forEach(controller => controller(this.#control));
  }
}
