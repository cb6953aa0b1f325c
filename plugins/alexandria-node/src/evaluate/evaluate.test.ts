import { verdictSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import fc from 'fast-check';
import {
  condition,
  crashed,
  deployment,
  instance,
  NOW,
  object,
  pod,
  replicaSet,
  waiting,
} from './__testUtils__/objects';
import { evaluate } from './evaluate';
import { objectHealth } from './health/objectHealth';
import type { Rule } from './Rule';

const KINDS = [
  ['v1', 'Pod'],
  ['v1', 'Event'],
  ['v1', 'Service'],
  ['v1', 'Secret'],
  ['v1', 'PersistentVolumeClaim'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'ReplicaSet'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['autoscaling/v1', 'HorizontalPodAutoscaler'],
  ['batch/v1', 'Job'],
  ['batch/v1', 'CronJob'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['cert-manager.io/v1', 'Certificate'],
  ['discovery.k8s.io/v1', 'EndpointSlice'],
  ['example.com/v1', 'Anything'],
] as const;

const anything = fc.jsonValue({ maxDepth: 4 }).map(value => value as unknown);

/** Words that rules look for, so that soup is not only noise. */
const key = fc.constantFrom(
  ...'metadata spec status conditions containerStatuses initContainerStatuses containers'.split(
    ' ',
  ),
  ...'state lastState waiting terminated reason message type name labels replicas'.split(
    ' ',
  ),
  ...'template selector matchLabels volumes phase availableReplicas __proto__ constructor'.split(
    ' ',
  ),
);

const word = fc.oneof(
  fc.constantFrom(
    ...'True False CrashLoopBackOff Ready Progressing alexandria library Pending'.split(
      ' ',
    ),
    '2026-11-24T01:00:00Z',
    '+275760-09-13T00:00:00.001Z',
  ),
  fc.string(),
);

const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    word,
    fc.double(),
    fc.constantFrom(null, true, false, undefined),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));

const soupObject = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.oneof(tree, anything),
    fc.oneof(tree, anything),
    tree,
  )
  .map(([[apiVersion, kind], metadata, spec, status]) => ({
    apiVersion,
    kind,
    metadata,
    spec,
    status,
  }));

const realObject = fc.constantFrom<unknown>(
  ...instance(),
  deployment({ spec: { replicas: 3 } }),
  pod({ metadata: { name: 'b' } }, crashed('api', { exitCode: 1 })),
  pod({ metadata: { name: 'c' } }, waiting('config-init', 'ErrImagePull')),
  replicaSet({ status: { conditions: [condition('ReplicaFailure', 'True')] } }),
  object('policy/v1', 'PodDisruptionBudget', 'a', {
    spec: { selector: {}, minAvailable: 1 },
  }),
);

const soup = fc.array(fc.oneof(soupObject, realObject, anything), {
  maxLength: 12,
});

describe('evaluate', () => {
  it('finds nothing wrong with a healthy instance', () => {
    expect(evaluate({ objects: instance(), now: NOW })).toMatchObject([
      {
        deployment: {
          kind: 'Deployment',
          namespace: 'library',
          name: 'alexandria',
        },
        health: 'Healthy',
        sentence: 'alexandria is Healthy: 1 of 1 replicas are available',
        observedAt: NOW.toISOString(),
        stale: false,
        replicas: { wanted: 1, updated: 1, ready: 1, available: 1 },
        findings: [],
      },
    ]);
  });

  it('puts the worst first and says it in the sentence', () => {
    const [{ sentence, findings }] = evaluate({
      objects: [
        deployment({ spec: { paused: true } }),
        pod({}, crashed('orchestrator', { exitCode: 1 })),
        object('policy/v1', 'PodDisruptionBudget', 'all', {
          spec: { selector: {}, maxUnavailable: 0 },
        }),
      ],
      now: NOW,
    });
    expect(findings.map(({ code }) => code)).toEqual([
      'ContainerCrashLooping',
      'DisruptionBudgetBlocksDrains',
      'RolloutPaused',
    ]);
    expect(sentence).toBe(
      'alexandria is Degraded: orchestrator crashes again and again',
    );
  });

  it('judges each Deployment by its own pods', () => {
    const verdicts = evaluate({
      objects: [
        ...instance(),
        deployment({
          metadata: { name: 'second' },
          spec: {
            selector: {
              matchLabels: { 'app.kubernetes.io/instance': 'second' },
            },
          },
        }),
        pod(
          {
            metadata: {
              name: 'second-1',
              labels: { 'app.kubernetes.io/instance': 'second' },
              ownerReferences: [],
            },
          },
          crashed('api', { exitCode: 1 }),
        ),
      ],
      now: NOW,
    });
    expect(
      verdicts.map(({ deployment: { name }, health }) => [name, health]),
    ).toEqual([
      ['alexandria', 'Healthy'],
      ['second', 'Degraded'],
    ]);
  });

  it('takes the rules of adopters', () => {
    const rule: Rule = {
      finding: {
        code: 'NoOwner',
        severity: 'warning',
        health: 'Degraded',
        title: 'Nobody owns it',
        docs: 'https://example.com/no-owner',
      },
      *check({ deployment: { labels }, reference }) {
        if (labels.owner === undefined) {
          yield {
            object: reference,
            title: 'Nobody owns it',
            cause: 'It has no label owner.',
            remedy: 'Add one',
          };
        }
      },
    };
    expect(evaluate({ objects: instance(), now: NOW }, [rule])).toMatchObject([
      {
        health: 'Degraded',
        findings: [{ code: 'NoOwner', docs: 'https://example.com/no-owner' }],
      },
    ]);
    expect(
      evaluate(
        {
          objects: [deployment({ metadata: { labels: { owner: 'us' } } })],
          now: NOW,
        },
        [rule],
      ),
    ).toMatchObject([{ findings: [] }]);
  });

  it('reports a rule of an adopter that throws, and hears all others', () => {
    const broken = (code: string, check: Rule['check']): Rule => ({
      finding: {
        code,
        severity: 'critical',
        title: 'It is broken',
        docs: 'https://example.com/broken',
      },
      check,
    });
    const [{ health, findings }] = evaluate({ objects: instance(), now: NOW }, [
      broken('AtOnce', () => {
        throw new TypeError('no field "spec" of undefined');
      }),
      broken('Later', function* check({ reference }) {
        yield { object: reference, title: '', cause: '', remedy: '' };
        throw new Error('postgres://user:secret@db failed');
      }),
    ]);
    expect(health).toBe('Healthy');
    expect(
      findings.map(({ code, title, cause }) => [code, title, cause]),
    ).toEqual([
      [
        'RuleFailed',
        'The rule AtOnce failed',
        'It threw an error: TypeError: no field "spec" of undefined.',
      ],
      [
        'RuleFailed',
        'The rule Later failed',
        'It threw an error: Error: postgres://***@db failed.',
      ],
    ]);
  });

  it.each([-5e-324, 1.5, 2 ** 60, '3', null])(
    'takes %p for no number of replicas',
    replicas => {
      const [verdict] = evaluate({
        objects: [deployment({ spec: { replicas } })],
        now: NOW,
      });
      expect(verdict.replicas?.wanted).toBe(1);
    },
  );

  it('takes objects that are nested without end', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    const objects = [
      { kind: 'Pod', status: deep },
      { kind: 'Pod', spec: deep },
    ];
    expect(
      evaluate({ objects: [...objects, ...instance()], now: NOW }),
    ).toMatchObject([{ health: 'Healthy' }]);
  });

  it('takes any soup of objects, and says what the schema of the API allows', () => {
    fc.assert(
      fc.property(soup, objects => {
        for (const verdict of evaluate({ objects, now: NOW })) {
          expect(verdictSchema.safeParse(verdict).error).toBeUndefined();
        }
        for (const each of objects) {
          objectHealth(each, NOW);
        }
      }),
    );
  });

  it('says the same whatever the order of the objects', () => {
    fc.assert(
      fc.property(
        soup.chain(objects =>
          fc.tuple(
            fc.constant(objects),
            fc.shuffledSubarray(objects, { minLength: objects.length }),
          ),
        ),
        ([objects, shuffled]) => {
          expect(evaluate({ objects: shuffled, now: NOW })).toEqual(
            evaluate({ objects, now: NOW }),
          );
        },
      ),
    );
  });

  it('changes nothing of what it is given', () => {
    fc.assert(
      fc.property(soup, objects => {
        const before = structuredClone(objects);
        evaluate({ objects, now: NOW });
        expect(objects).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});
