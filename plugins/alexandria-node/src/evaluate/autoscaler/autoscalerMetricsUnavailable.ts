import { builtInRule } from '../builtInRule';
import { lacksMetrics } from '../health/autoscalerHealth';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { command, withMessage } from '../texts';
import { eachCondition } from './eachCondition';

/** metrics-server measures every 15 s and the controller asks as often: pods have no metrics when they are new. */
const FIRST_METRICS_MS = 60_000;

/** Which API has the metrics, by the reason. */
const SOURCES: [RegExp, string][] = [
  [/Object|Pods/, 'v1beta1.custom.metrics.k8s.io'],
  [/External/, 'v1beta1.external.metrics.k8s.io'],
];

/** ScalingActive is False for want of metrics. While a rollout goes on that is how it begins, and no failure. */
export const autoscalerMetricsUnavailable = builtInRule(
  'AutoscalerMetricsUnavailable',
  function* check(context) {
    for (const { autoscaler, condition } of eachCondition(
      context,
      lacksMetrics,
    )) {
      const isNew =
        context.rollout.health === 'Progressing' ||
        (condition.since !== undefined &&
          context.now - condition.since < FIRST_METRICS_MS);
      const source =
        SOURCES.find(([reasons]) => reasons.test(condition.reason))?.[1] ??
        'v1beta1.metrics.k8s.io';
      yield {
        object: referenceTo(autoscaler),
        ...(isNew ? { severity: 'info', health: 'Healthy' } : {}),
        title: `Autoscaler ${autoscaler.name} gets no metrics`,
        cause: `${withMessage(
          conditionText(condition),
          condition.message,
        )} The number of replicas stays as it is.`,
        evidence: conditionEvidence(condition),
        remedy: `${command(
          ...['kubectl', 'get', 'apiservice', source],
        )}; install what serves it (metrics-server for CPU and memory), and check that resources.* has requests`,
      };
    }
  },
);
