import type { DeploymentContext } from '../DeploymentContext';
import type { Container, Pod } from '../objects/Pod';

/** The containers of the pods that run or are to run, one by one. */
export function* eachContainer({
  activePods,
}: DeploymentContext): Generator<{ pod: Pod; container: Container }> {
  for (const pod of activePods) {
    for (const container of pod.containers) {
      yield { pod, container };
    }
  }
}
