import { verdictSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import fc from 'fast-check';
import {
  crashed,
  deployment,
  instance,
  NOW,
  object,
  pod,
} from './__testUtils__/objects';
import { soup } from './__testUtils__/soup';
import { evaluate } from './evaluate';
import { objectHealth } from './health/objectHealth';
import type { Rule } from './Rule';

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

  it('says when the objects were last known to be so', () => {
    const observedAt = new Date(NOW.getTime() - 7_000);
    expect(evaluate({ objects: instance(), observedAt, now: NOW })).toEqual(
      evaluate({ objects: instance(), now: NOW }).map(verdict => ({
        ...verdict,
        observedAt: observedAt.toISOString(),
      })),
    );
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
