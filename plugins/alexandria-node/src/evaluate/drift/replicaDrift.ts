import { builtInRule } from '../builtInRule';
import {
  integerAt,
  isRecord,
  Json,
  recordsAt,
  textAt,
  valueAt,
} from '../objects/read';
import { coveredFields } from './coveredFields';
import { deployOr } from './remedy';
import { writtenBy } from './writtenBy';

/** Whether an autoscaler has set the replicas, also one that cannot be seen from here. */
const isScaled = (json: Json) =>
  recordsAt(json, 'metadata', 'managedFields').some(
    entry =>
      textAt(entry, 'manager') === 'kube-controller-manager' &&
      isRecord(valueAt(entry, 'fieldsV1', 'f:spec', 'f:replicas')),
  );

/** The values set the replicas, no autoscaler does, and the Deployment has others. */
export const replicaDrift = builtInRule(
  'ReplicaDrift',
  function* check(context) {
    const { autoscalers, expectation, deployment, reference } = context;
    const wanted = integerAt(expectation?.deployment, 'spec', 'replicas');
    const found = integerAt(deployment.json, 'spec', 'replicas') ?? 1;
    if (
      expectation === undefined ||
      wanted === undefined ||
      wanted === found ||
      autoscalers.length > 0 ||
      isScaled(deployment.json)
    ) {
      return;
    }
    yield {
      object: reference,
      title: `${deployment.name} is set to ${found} replicas, the values ask for ${wanted}`,
      cause: `spec.replicas is ${found}, replicaCount is ${wanted} in the values, and no autoscaler scales it.${writtenBy(
        context,
        coveredFields.replicas,
      )}`,
      remedy: deployOr(expectation, `replicaCount: ${found}`),
    };
  },
);
