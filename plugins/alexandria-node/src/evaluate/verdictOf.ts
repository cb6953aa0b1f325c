import {
  Health,
  Verdict,
  worstHealth,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { describeAutoscaler } from './autoscaler/describeAutoscaler';
import type { DeploymentContext } from './DeploymentContext';
import { healthSince } from './health/healthSince';
import { Judgement, judgementsOf } from './judgementsOf';
import { integerAt, timestamp } from './objects/read';
import { describeImages, versionOf } from './pods/describeImages';
import type { Rule } from './Rule';
import { describeSecrets } from './secrets/describeSecrets';

function sentenceOf(
  name: string,
  health: Health,
  judged: readonly Judgement[],
  otherwise: string,
): string {
  const reason = judged.find(each => each.health === health)?.finding.title;
  return `${name} is ${health}: ${reason ?? otherwise}`;
}

/**
 * The verdict on one Deployment.
 *
 * @param added - rules of an adopter, beside those of this package
 */
export function verdictOf(
  context: DeploymentContext,
  added: readonly Rule[],
): Verdict {
  const judged = judgementsOf(context, added);
  const { deployment, rollout, observedAt } = context;
  const healths = [rollout.health, ...judged.map(({ health }) => health)];
  const health = worstHealth(healths);
  const known = worstHealth(healths.filter(each => each !== 'Unknown'));
  const stale = context.unreadable.filter(({ reason }) => reason === 'stale');
  const counted = (field: string) =>
    integerAt(deployment.json, 'status', field) ?? 0;
  const autoscaler = context.autoscalers.at(0);
  const environment = context.expectation?.environment;
  const version = versionOf(context.template);
  return {
    deployment: context.reference,
    ...(environment === undefined ? {} : { environment }),
    ...(version === undefined ? {} : { version }),
    images: describeImages(context.template),
    health,
    since: timestamp(healthSince(context, health, judged)),
    sentence: sentenceOf(context.name, health, judged, rollout.message),
    observedAt: new Date(
      Math.min(
        observedAt,
        ...stale.flatMap(({ syncedAt }) => syncedAt?.getTime() ?? []),
      ),
    ).toISOString(),
    stale: stale.length > 0,
    ...(health === 'Unknown' ? { lastKnownHealth: known } : {}),
    replicas: {
      wanted: integerAt(deployment.json, 'spec', 'replicas') ?? 1,
      updated: counted('updatedReplicas'),
      ready: counted('readyReplicas'),
      available: counted('availableReplicas'),
    },
    ...(autoscaler === undefined
      ? {}
      : { autoscaler: describeAutoscaler(autoscaler) }),
    secrets: describeSecrets(context),
    findings: judged.map(({ finding }) => finding),
  };
}
