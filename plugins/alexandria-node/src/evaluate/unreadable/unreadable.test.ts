import { deployment, instance, ago, HOUR } from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import type { EvaluationInput, UnreadableKind } from '../EvaluationInput';
import { unreadableRules } from '.';

const unreadable = (patch: Partial<UnreadableKind> = {}): UnreadableKind => ({
  kind: 'Pod',
  reason: 'forbidden',
  message: 'pods is forbidden',
  ...patch,
});

const broken = deployment({
  status: {
    conditions: [
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
      },
    ],
  },
});

describe('unreadable', () => {
  const { codes, fires, nearMisses } = ruleTable({
    KindUnreadable: {
      fires: {
        'the identity may not': [
          { objects: instance(), unreadable: [unreadable()] },
          {
            health: 'Unknown',
            severity: 'warning',
            title: 'kind Pod may not be read',
            cause: 'pods is forbidden. Nothing is known of them.',
            remedy: 'read-only role',
          },
        ],
        'the cluster does not answer': [
          {
            objects: instance(),
            unreadable: [unreadable({ reason: 'unreachable' })],
          },
          { health: 'Unknown' },
        ],
        'what is at hand is old': [
          {
            objects: instance(),
            unreadable: [
              unreadable({ reason: 'stale', syncedAt: new Date(ago(HOUR)) }),
            ],
          },
          { health: 'Unknown', cause: 'What is shown is 60 min old.' },
        ],
        'secrets of it may not be read, of which its pods tell anyway': [
          {
            objects: instance(),
            unreadable: [unreadable({ kind: 'Secret', namespace: 'library' })],
          },
          { health: 'Healthy', severity: 'warning', remedy: 'secretTier' },
        ],
        'events may not be read, which only add to what objects tell': [
          {
            objects: instance(),
            unreadable: [unreadable({ kind: 'Event', namespace: 'library' })],
          },
          { health: 'Healthy', severity: 'warning', remedy: 'list events' },
        ],
        'a failure that is known stays one': [
          { objects: [broken], unreadable: [unreadable()] },
          { health: 'Degraded' },
        ],
      },
      nearMisses: {
        'everything was read': instance(),
        'it is another namespace': {
          objects: instance(),
          unreadable: [unreadable({ namespace: 'other' })],
        },
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(unreadableRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });

  it('keeps what was known last, and since when', () => {
    const syncedAt = new Date(ago(HOUR));
    const [verdict] = verdictsOf({
      objects: instance(),
      unreadable: [unreadable({ reason: 'stale', syncedAt })],
    });
    expect(verdict).toMatchObject({
      health: 'Unknown',
      lastKnownHealth: 'Healthy',
      stale: true,
      observedAt: syncedAt.toISOString(),
    });
  });

  it.each<[string, Partial<EvaluationInput>, string, string]>([
    [
      'all Deployments were read',
      { complete: ['Deployment'] },
      'Missing',
      'DeploymentMissing',
    ],
    [
      'they could not be read',
      {
        complete: ['Deployment'],
        unreadable: [unreadable({ kind: 'Deployment' })],
      },
      'Unknown',
      'KindUnreadable',
    ],
    ['nobody says that all were read', {}, 'Unknown', 'KindUnreadable'],
  ])(
    'judges a Deployment that is not at hand when %s',
    (_, given, health, code) => {
      const expectations = [{ namespace: 'library', name: 'alexandria' }];
      expect(verdictsOf({ ...given, expectations })).toMatchObject([
        { health, findings: [{ code }] },
      ]);
    },
  );
});
