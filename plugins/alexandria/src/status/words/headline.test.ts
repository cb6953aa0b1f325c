import {
  worstHealth,
  type Finding,
  type Health,
  type InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { deployment } from '../__fixtures__/deployments';
import { findingsIn } from '../__fixtures__/findings';
import { Moment } from '../__fixtures__/Moment';
import type { DeploymentStatus } from '../DeploymentStatus';
import { headlineOf, worstFinding } from './headline';

const at = new Moment(new Date('2026-03-02T03:04:05Z'));
const {
  crashLooping,
  noEndpoints,
  rolloutInProgress,
  saturated,
  scaledToZero,
} = findingsIn('n');

const one = (
  environment: string,
  health: Health,
  available: number,
  findings: Finding[] = [],
  since?: string,
): DeploymentStatus =>
  deployment(at, environment, {
    health,
    replicas: { wanted: 2, updated: 2, ready: available, available },
    findings,
    since,
  });

const instance = (...deployments: DeploymentStatus[]): InstanceStatus => ({
  entityRef: 'component:default/a',
  health: worstHealth(deployments.map(({ health }) => health)),
  ...{ partial: false, clusters: [] },
  deployments,
});

const read = (status: InstanceStatus) => {
  const headline = headlineOf(status);
  return (
    headline && [
      headline.serving,
      headline.of.map(({ environment }) => environment),
      headline.total,
      headline.since,
    ]
  );
};

describe('headlineOf', () => {
  const early = at.ago(5, 'h');
  const late = at.ago(5, 'min');
  it.each([
    ['nothing', instance(), undefined],
    [
      'all that serve',
      instance(
        one('prod', 'Healthy', 2, [], late),
        one('dev', 'Healthy', 2, [], early),
      ),
      ['serving', ['prod', 'dev'], 2, early],
    ],
    [
      'only those that are the worst',
      instance(
        one('prod', 'Degraded', 0, [], late),
        one('dev', 'Healthy', 2, [], early),
      ),
      ['down', ['prod'], 2, late],
    ],
    [
      'those that are down, where others only have a failure',
      instance(one('dev', 'Degraded', 1), one('prod', 'Degraded', 0)),
      ['down', ['prod'], 2, undefined],
    ],
    [
      'those that nobody reaches before those that only have a failure',
      instance(
        one('dev', 'Degraded', 1),
        one('prod', 'Degraded', 2, [noEndpoints]),
      ),
      ['unreachable', ['prod'], 2, undefined],
    ],
  ])('is of %s', (_name, status, headline) => {
    expect(read(status)).toEqual(headline);
  });
});

describe('worstFinding', () => {
  it.each([
    ['none', instance(one('prod', 'Healthy', 2)), undefined],
    [
      'the most severe of all',
      instance(
        one('prod', 'Progressing', 2, [rolloutInProgress]),
        one('dev', 'Healthy', 2, [saturated]),
      ),
      ['dev', saturated],
    ],
    [
      'what makes it what it is, before a warning that does not',
      instance({
        ...one('prod', 'Suspended', 0, [saturated, scaledToZero]),
        sentence: 'alexandria is Suspended: No replica is wanted',
      }),
      ['prod', scaledToZero],
    ],
    [
      'of those that are as severe, the one of what the headline is about',
      instance(
        one('dev', 'Degraded', 1, [crashLooping]),
        one('prod', 'Degraded', 2, [noEndpoints]),
      ),
      ['prod', noEndpoints],
    ],
  ])('is %s', (_name, status, worst) => {
    const found = worstFinding(status);
    expect(found && [found.deployment.environment, found.finding]).toEqual(
      worst,
    );
  });
});
