import type { DeploymentContext } from '../DeploymentContext';
import { autoscalerConditions } from '../health/autoscalerHealth';
import type { Condition } from '../objects/conditions';
import type { KubernetesObject } from '../objects/KubernetesObject';

/** The conditions of the autoscalers of a Deployment that say something. */
export function* eachCondition(
  { autoscalers }: DeploymentContext,
  says: (condition: Condition) => boolean,
): Generator<{ autoscaler: KubernetesObject; condition: Condition }> {
  for (const autoscaler of autoscalers) {
    for (const condition of autoscalerConditions(autoscaler) ?? []) {
      if (says(condition)) {
        yield { autoscaler, condition };
      }
    }
  }
}
