import type {
  AutoscalerDetails,
  Health,
  Scaling,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentContext } from '../DeploymentContext';
import {
  autoscalerConditions,
  hasInvalidSelector,
  isDisabled,
  isUnableToScale,
  lacksMetrics,
} from '../health/autoscalerHealth';
import { healthOf } from '../health/objectHealth';
import type { Condition } from '../objects/conditions';
import { describeCondition } from '../objects/conditionTexts';
import { readEvent } from '../objects/Event';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { timestamp } from '../objects/read';
import { quoted } from '../texts';
import { describeAutoscaler } from './describeAutoscaler';

/** By the reasons that the controller gives while all is well, or limited (`pkg/controller/podautoscaler`). */
const WORDS: Readonly<Record<string, string>> = {
  SucceededGetScale: 'It can read how many replicas there are.',
  SucceededRescale: 'It has just changed the number of replicas.',
  ReadyForNewScale: 'It can change the number of replicas at any time.',
  ScaleDownStabilized:
    'It keeps the higher number of the last minutes, until it is sure that the load has fallen.',
  ScaleUpStabilized:
    'It keeps the lower number of the last minutes, until it is sure that the load has risen.',
  BackoffBoth: 'It scaled a moment ago and waits before it does so again.',
  ValidMetricFound: 'It gets its metrics.',
  ScalingDisabled: 'It is off because no replica is wanted.',
  DesiredWithinRange:
    'The number that the metrics ask for lies between minimum and maximum.',
  TooManyReplicas: 'The metrics ask for more replicas than the maximum.',
  TooFewReplicas: 'The metrics ask for fewer replicas than the minimum.',
  ScaleUpLimit: 'It adds replicas no faster than it is allowed to.',
  ScaleDownLimit: 'It removes replicas no faster than it is allowed to.',
};

function healthOfCondition(condition: Condition): Health {
  if (
    isUnableToScale(condition) ||
    lacksMetrics(condition) ||
    hasInvalidSelector(condition)
  ) {
    return 'Degraded';
  }
  return isDisabled(condition) ? 'Suspended' : 'Healthy';
}

/** Changes of the number of replicas, newest first, from the events of the controller. */
function recentScaling(
  { snapshot }: DeploymentContext,
  autoscaler: KubernetesObject,
): Scaling[] {
  return snapshot
    .eventsAbout(autoscaler)
    .map(readEvent)
    .filter(({ reason }) => reason === 'SuccessfulRescale')
    .sort((a, b) => (b.lastSeen ?? 0) - (a.lastSeen ?? 0))
    .flatMap(({ message, lastSeen }) => {
      const said = /^New size: (\d{1,9})(?:; reason: (.*))?$/s.exec(message);
      return said === null
        ? []
        : [
            {
              at: timestamp(lastSeen),
              to: Number(said[1]),
              reason: quoted(said[2] ?? ''),
            },
          ];
    });
}

/** The autoscaler of a Deployment, with its conditions and what it did; undefined when none scales it. */
export function describeAutoscalerDetails(
  context: DeploymentContext,
): AutoscalerDetails | undefined {
  const autoscaler = context.autoscalers.at(0);
  return (
    autoscaler && {
      ...describeAutoscaler(autoscaler),
      health: healthOf(autoscaler, context.now).health,
      conditions: (autoscalerConditions(autoscaler) ?? []).map(condition =>
        describeCondition(condition, healthOfCondition(condition), WORDS),
      ),
      recentScaling: recentScaling(context, autoscaler),
    }
  );
}
