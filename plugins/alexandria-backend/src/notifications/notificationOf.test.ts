import type {
  Finding,
  InstanceStatus,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { notificationOf } from './notificationOf';
import type { Observation } from './observe';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'Assistant', namespace: 'Teams' },
};

const finding = (severity: Severity, more: Partial<Finding> = {}): Finding => ({
  ...{ code: 'ContainerCrashLooping', severity, docs: 'docs/findings/x.md' },
  object: { kind: 'Pod', namespace: 'prod', name: 'a-1' },
  ...{ title: 'api crash-loops', cause: 'It exits with 1.', remedy: 'Look.' },
  ...{ evidence: {}, ...more },
});

const observation = (
  findings: Finding[],
  more: Partial<InstanceStatus['deployments'][number]> = {},
): Observation => ({
  ...{ cluster: 'eu/north', namespace: 'prod', name: 'a', seen: 'unhealthy' },
  said: {
    cluster: 'eu/north',
    deployment: { kind: 'Deployment', namespace: 'prod', name: 'a' },
    ...{ health: 'Degraded', sentence: 'a is Degraded: api crash-loops' },
    ...{ observedAt: '2026-11-28T12:00:00Z', stale: false, secrets: [] },
    ...{ findings, ...more },
  },
});

const gone: Observation = {
  ...{ cluster: 'north', namespace: 'prod', name: 'a', seen: 'unhealthy' },
};

describe('notificationOf', () => {
  it('says which, what, why, what to do and where to look', () => {
    const said = observation([finding('critical'), finding('info')]);
    expect(notificationOf(entity, 'unhealthy', said)).toEqual({
      title: 'Assistant in eu/north/prod: a is Degraded: api crash-loops',
      description: 'It exits with 1.\n\nLook.',
      link: '/catalog/teams/component/assistant/alexandria?deployment=eu%2Fnorth%2Fprod%2Fa',
      severity: 'critical',
      topic: 'alexandria',
      scope: expect.stringMatching(/^[0-9a-f]{64}$/),
      metadata: {
        entityRef: 'component:teams/assistant',
        ...{ cluster: 'eu/north', namespace: 'prod', deployment: 'a' },
        ...{ health: 'Degraded', code: 'ContainerCrashLooping' },
      },
    });
  });

  it('says that one is not there any more', () => {
    expect(notificationOf(entity, 'unhealthy', gone)).toMatchObject({
      title: expect.stringContaining('a is Missing'),
      description: expect.stringContaining('install the instance again'),
      link: '/catalog/teams/component/assistant/alexandria',
      severity: 'critical',
      metadata: { health: 'Missing' },
    });
  });

  it('says that one recovered, whatever else there is to know of it', () => {
    const said = observation([finding('info')], {
      ...{ health: 'Healthy', sentence: 'a is Healthy: 1 of 1 pods are ready' },
    });
    expect(notificationOf(entity, 'healthy', said)).toMatchObject({
      title: 'Assistant in eu/north/prod: a is Healthy again',
      description: 'a is Healthy: 1 of 1 pods are ready',
      severity: 'low',
      metadata: { health: 'Healthy' },
    });
  });

  it.each<[Severity, string]>([
    ['critical', 'critical'],
    ['warning', 'high'],
    ['info', 'normal'],
  ])('has a finding that is %s be %s', (severity, expected) => {
    expect(
      notificationOf(entity, 'unhealthy', observation([finding(severity)])),
    ).toMatchObject({ severity: expected });
  });

  it('has one scope for all that is said of a Deployment, and another for another', () => {
    const scopes = [
      notificationOf(entity, 'unhealthy', gone),
      notificationOf(entity, 'healthy', gone),
      notificationOf(entity, 'unhealthy', { ...gone, name: 'b' }),
      notificationOf(entity, 'unhealthy', { ...gone, namespace: 'dev' }),
    ].map(({ scope }) => scope);
    expect(scopes[1]).toBe(scopes[0]);
    expect(new Set(scopes).size).toBe(3);
  });

  it('says no more than the notifications backend can keep', () => {
    const long = 'long '.repeat(1000);
    const { title, description } = notificationOf(
      { ...entity, metadata: { ...entity.metadata, title: long } },
      'unhealthy',
      observation([finding('critical', { cause: long })]),
    );
    expect(title.length).toBeLessThanOrEqual(255);
    expect(description).toHaveLength(1000);
    expect([title.at(-1), description?.at(-1)]).toEqual(['…', '…']);
  });
});
