import type {
  ClusterCondition,
  Finding,
  InstanceStatus,
  Severity,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { observe } from './observe';

type Said = InstanceStatus['deployments'][number];

const place = (name: string, namespace = 'prod') => ({
  ...{ cluster: 'north', namespace, name },
});

const finding = (severity: Severity): Finding => ({
  ...{ code: 'ContainerCrashLooping', severity, docs: 'docs/findings/x.md' },
  object: { kind: 'Pod', namespace: 'prod', name: 'a-1' },
  ...{ title: 'api crash-loops', cause: 'It exits.', remedy: 'Look.' },
  evidence: {},
});

const said = (
  health: Said['health'],
  more: Partial<Said> = {},
  name = 'a',
): Said => ({
  cluster: 'north',
  deployment: { kind: 'Deployment', namespace: 'prod', name },
  ...{ health, sentence: `${name} is ${health}`, stale: false },
  ...{ observedAt: '2026-11-28T12:00:00Z', secrets: [], findings: [] },
  ...more,
});

const instance = (
  deployments: Said[],
  condition: ClusterCondition = 'Current',
): InstanceStatus => ({
  ...{ entityRef: 'component:default/a', health: 'Unknown', partial: false },
  clusters: [{ name: 'north', condition }],
  deployments,
});

const ALL: Severity[] = ['critical', 'warning', 'info'];

/** What is seen of each, by name. */
const seen = (...args: Parameters<typeof observe>) =>
  Object.fromEntries(
    observe(...args).map(each => [each.name, each.seen ?? 'neither']),
  );

describe('observe', () => {
  it.each<[string, Said, string]>([
    ['Healthy', said('Healthy'), 'healthy'],
    ['Degraded', said('Degraded'), 'unhealthy'],
    ['Missing, as it is asked for', said('Missing'), 'unhealthy'],
    ['Progressing', said('Progressing'), 'neither'],
    ['Suspended', said('Suspended'), 'neither'],
    ['Unknown', said('Unknown'), 'neither'],
    [
      'Degraded when it was last seen',
      said('Degraded', { stale: true }),
      'neither',
    ],
    [
      'Healthy when it was last seen',
      said('Healthy', { stale: true }),
      'neither',
    ],
  ])('of one that was there and is %s', (_, deployment, expected) => {
    expect(seen(instance([deployment]), [place('a')], ALL)).toEqual({
      a: expected,
    });
  });

  it.each<[Said['health'], object]>([
    ['Healthy', { a: 'healthy' }],
    ['Degraded', { a: 'unhealthy' }],
    ['Progressing', { a: 'neither' }],
    ['Missing', {}],
    ['Unknown', {}],
  ])('of one that was never seen and is %s', (health, expected) => {
    expect(seen(instance([said(health)]), [], ALL)).toEqual(expected);
  });

  it.each<[Severity, Severity[], string]>([
    ['critical', ['critical'], 'unhealthy'],
    ['warning', ['critical'], 'neither'],
    ['warning', ['critical', 'warning'], 'unhealthy'],
    ['info', ['critical', 'warning'], 'neither'],
  ])('minds the worst finding: %s of %j', (worst, severities, expected) => {
    const degraded = said('Degraded', {
      findings: [finding(worst), finding('info')],
    });
    expect(seen(instance([degraded]), [], severities)).toEqual({ a: expected });
  });

  it.each<[string, InstanceStatus, object]>([
    ['is gone', instance([]), { a: 'unhealthy' }],
    ['is in a cluster that is away', instance([], 'Failing'), { a: 'neither' }],
    [
      'is in a cluster that is being read',
      instance([], 'Starting'),
      { a: 'neither' },
    ],
    [
      'is in a cluster that the portal has no more',
      { ...instance([]), clusters: [] },
      {},
    ],
    [
      'was replaced by another one',
      instance([said('Progressing', {}, 'b')]),
      { b: 'neither' },
    ],
    [
      'is gone, as is what was to replace it',
      instance([said('Missing', {}, 'b')]),
      { a: 'unhealthy' },
    ],
  ])('of one that was there and %s', (_, status, expected) => {
    expect(seen(status, [place('a')], ALL)).toEqual(expected);
  });

  it('has another namespace replace nothing', () => {
    expect(seen(instance([said('Healthy')]), [place('b', 'dev')], ALL)).toEqual(
      { a: 'healthy', b: 'unhealthy' },
    );
  });
});
