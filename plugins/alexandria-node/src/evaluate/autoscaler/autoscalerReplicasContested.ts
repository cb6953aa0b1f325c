import { builtInRule } from '../builtInRule';
import { referenceTo } from '../objects/KubernetesObject';
import {
  isRecord,
  Json,
  integerAt,
  recordsAt,
  textAt,
  valueAt,
} from '../objects/read';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function lastAppliedReplicas(annotation: string | undefined): boolean {
  if (annotation === undefined) {
    return false;
  }
  try {
    return integerAt(JSON.parse(annotation), 'spec', 'replicas') !== undefined;
  } catch {
    return false;
  }
}

/** Managers that set `spec.replicas` with the object, not through its scale as an autoscaler does. */
function managersOfReplicas(json: Json): string[] {
  return recordsAt(json, 'metadata', 'managedFields')
    .filter(
      entry =>
        textAt(entry, 'subresource') === '' &&
        textAt(entry, 'manager') !== 'kube-controller-manager' &&
        isRecord(valueAt(entry, 'fieldsV1', 'f:spec', 'f:replicas')),
    )
    .map(entry => textAt(entry, 'manager'));
}

/** A manifest that sets `spec.replicas` undoes what the autoscaler did whenever it is applied. */
export const autoscalerReplicasContested = builtInRule(
  'AutoscalerReplicasContested',
  function* check({ autoscalers, deployment, reference }) {
    if (autoscalers.length === 0) {
      return;
    }
    const managers = new Set(managersOfReplicas(deployment.json));
    if (lastAppliedReplicas(deployment.annotations[LAST_APPLIED])) {
      managers.add('kubectl apply');
    }
    if (managers.size > 0) {
      yield {
        object: reference,
        title: `A manifest and autoscaler ${
          referenceTo(autoscalers[0]).name
        } both set the replicas of ${deployment.name}`,
        cause: `spec.replicas is also set by ${[...managers]
          .sort()
          .join(
            ', ',
          )}: each time that is applied, the number of replicas jumps.`,
        evidence: { reason: 'FieldManager' },
        remedy:
          'Leave spec.replicas out of the manifest: with autoscaling.enabled the chart does, so apply its output again',
      };
    }
  },
);
