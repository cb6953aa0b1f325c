import {
  fleetDeploymentSchema,
  type Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import { chartVersionOf, fleetDeployment } from './fleetDeployment';
import { verdictInShort } from './verdictInShort';

const NOW = Date.parse('2026-03-02T03:04:05Z');

const entity = (more: Partial<Entity> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'eu', tags: ['alexandria'] },
  spec: { owner: 'team-a' },
  ...more,
});

const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  deployment: { kind: 'Deployment', namespace: 'dev', name: 'alexandria' },
  health: 'Healthy',
  sentence: 'alexandria is Healthy: all replicas are available',
  observedAt: '2026-03-02T03:04:00.000Z',
  stale: false,
  secrets: [],
  findings: [],
  ...more,
});

const lineOf = (
  of: Verdict,
  labels: Record<string, string> = {},
  owner = entity(),
) =>
  fleetDeployment(owner, {
    ...{ cluster: 'north', labels },
    verdict: verdictInShort(of, NOW),
  });

const finding = (code: string, title: string) => ({
  ...{ code, title, severity: 'critical' as const },
  object: { kind: 'Pod', namespace: 'dev', name: 'a' },
  ...{ cause: 'a cause', evidence: {}, remedy: 'a remedy', docs: 'a page' },
});

describe('fleetDeployment', () => {
  it('is a Deployment in short, as the API has it', () => {
    const line = lineOf(verdict());
    expect(fleetDeploymentSchema.parse(line)).toEqual(line);
    expect(line).toMatchObject({
      entityRef: 'component:eu/payments',
      ...{ owner: 'group:eu/team-a', discovered: false },
      ...{ cluster: 'north', namespace: 'dev', name: 'alexandria' },
    });
  });

  it('is the same at two looks between which nothing happened', () => {
    expect(lineOf(verdict({ observedAt: '2026-03-02T03:04:10.000Z' }))).toEqual(
      lineOf(verdict()),
    );
  });

  it('says of what is out of date when it was last known, and as what', () => {
    expect(
      lineOf(
        verdict({
          ...{ health: 'Unknown', lastKnownHealth: 'Healthy', stale: true },
        }),
      ),
    ).toMatchObject({
      ...{ health: 'Unknown', lastKnownHealth: 'Healthy', stale: true },
      observedAt: '2026-03-02T03:04:00.000Z',
    });
  });

  it.each<[string, string | undefined, Record<string, string>, unknown]>([
    ['what the repository says', 'prod', { environment: 'dev' }, 'prod'],
    ['a label', undefined, { env: 'b', environment: 'a' }, 'a'],
    [
      'the next, where one is empty',
      undefined,
      { environment: '', env: 'b' },
      'b',
    ],
    ['what its namespace is called after it', undefined, {}, 'dev'],
  ])('has its environment from %s', (_, environment, labels, expected) => {
    const of = verdict({
      environment,
      deployment: { kind: 'Deployment', namespace: 'payments-dev', name: 'a' },
    });
    expect(lineOf(of, labels).environment).toBe(expected);
  });

  it.each(['payments-', 'payments', 'other-dev'])(
    'has no environment in namespace %p, which does not say it',
    namespace => {
      const deployment = { kind: 'Deployment', namespace, name: 'a' };
      expect(lineOf(verdict({ deployment })).environment).toBe(undefined);
    },
  );

  it('has one finding of each code, the worst of them, and nothing of them that is long', () => {
    const findings = [
      finding('ContainerCrashLooping', 'api crashes'),
      finding('SecretMissing', 'a is missing'),
      finding('ContainerCrashLooping', 'dashboard crashes'),
    ];
    expect(lineOf(verdict({ findings })).findings).toEqual([
      {
        ...{ code: 'ContainerCrashLooping', severity: 'critical' },
        title: 'api crashes',
      },
      {
        ...{ code: 'SecretMissing', severity: 'critical' },
        title: 'a is missing',
      },
    ]);
  });

  it('counts secrets, and names none', () => {
    const secret = (
      name: string,
      presence: 'present' | 'absent' | 'unknown',
    ) => ({
      ...{ name, presence, keys: [] },
      ...{ tier: 1 as const, source: 'existing' as const },
    });
    const line = lineOf(
      verdict({
        secrets: [
          secret('s-1', 'present'),
          secret('s-2', 'absent'),
          secret('s-3', 'unknown'),
        ],
      }),
    );
    expect(line.secrets).toEqual({ needed: 3, troubled: 1, unknown: 1 });
    expect(JSON.stringify(line)).not.toMatch(/s-\d/);
  });

  it.each<[unknown, string | undefined]>([
    ['user:ada', 'user:eu/ada'],
    ['', undefined],
    [undefined, undefined],
    [':a', undefined],
  ])('has the owner %p as %p', (owner, expected) => {
    const of = entity({ spec: JSON.parse(JSON.stringify({ owner })) });
    expect(lineOf(verdict(), {}, of).owner).toBe(expected);
  });

  it('says that nobody has registered it', () => {
    const of = entity({
      metadata: { name: 'a', tags: ['alexandria', 'discovered'] },
    });
    expect(lineOf(verdict(), {}, of).discovered).toBe(true);
  });
});

describe('chartVersionOf', () => {
  it.each([
    ['alexandria-ee-0.1.0', '0.1.0'],
    ['alexandria-1.2.3-rc.1', '1.2.3-rc.1'],
    ['a-2-1.2.3_build.5', '1.2.3+build.5'],
    ['alexandria', undefined],
    [undefined, undefined],
  ])('of %p is %p', (chart, expected) => {
    expect(chartVersionOf(chart)).toBe(expected);
  });
});
