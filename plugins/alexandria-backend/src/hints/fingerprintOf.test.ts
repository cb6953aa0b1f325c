import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { fingerprintOf } from './fingerprintOf';

const verdict: InstanceStatus['deployments'][number] = {
  deployment: { kind: 'Deployment', namespace: 'dev', name: 'payments' },
  health: 'Healthy',
  sentence: 'payments is Healthy: api was restarted 5 min ago',
  observedAt: '2026-01-01T00:00:00.000Z',
  stale: false,
  secrets: [],
  findings: [
    {
      code: 'ContainerRestarted',
      severity: 'warning',
      object: { kind: 'Pod', namespace: 'dev', name: 'payments-1' },
      title: 'api was restarted 5 min ago',
      cause: 'Container api failed 90 s ago; it was restarted once in all.',
      evidence: { container: 'api', exitCode: 1 },
      remedy: 'kubectl logs',
      docs: 'docs/findings/ContainerRestarted.md',
    },
  ],
  cluster: 'north',
};

const [finding] = verdict.findings;

const status: InstanceStatus = {
  entityRef: 'component:default/payments',
  health: 'Healthy',
  partial: false,
  clusters: [{ name: 'north', condition: 'Current' }],
  repository: { readAt: '2026-01-01T00:00:00.000Z', problems: [] },
  deployments: [verdict],
};

const withVerdict = (patch: Partial<typeof verdict>): InstanceStatus => ({
  ...status,
  deployments: [{ ...verdict, ...patch }],
});

const withFinding = (patch: Partial<typeof finding>): InstanceStatus =>
  withVerdict({ findings: [{ ...finding, ...patch }] });

describe('fingerprintOf', () => {
  it.each<[string, InstanceStatus]>([
    ['it was looked at', withVerdict({ observedAt: '2026-02-01T00:00:00Z' })],
    [
      'the repository was read',
      { ...status, repository: { readAt: '2026-02-01', problems: [] } },
    ],
    [
      'something happened',
      withFinding({
        title: 'api was restarted 3 h ago',
        cause: 'Container api failed 2 d ago; it was restarted once in all.',
      }),
    ],
  ])('is the same whenever %s', (_, other) => {
    expect(fingerprintOf(other, [])).toBe(fingerprintOf(status, []));
  });

  it.each<[string, InstanceStatus]>([
    ['health', { ...status, health: 'Unknown' }],
    ['cluster', { ...status, clusters: [] }],
    [
      'problem',
      { ...status, repository: { readAt: '2026-01-01', problems: ['a'] } },
    ],
    ['Deployment', { ...status, deployments: [] }],
    ['staleness', withVerdict({ stale: true })],
    ['finding', withVerdict({ findings: [] })],
    [
      'number of restarts',
      withFinding({
        cause: 'Container api failed 90 s ago; it was restarted twice in all.',
      }),
    ],
  ])('is another with another %s', (_, other) => {
    expect(fingerprintOf(other, [])).not.toBe(fingerprintOf(status, []));
  });

  it('is another with other details', () => {
    expect(fingerprintOf(status, [undefined])).not.toBe(
      fingerprintOf(status, []),
    );
  });
});
