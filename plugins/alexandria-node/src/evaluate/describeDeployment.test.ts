import { deploymentDetailsSchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import fc from 'fast-check';
import { detailsOf } from './__testUtils__/detailsOf';
import {
  ago,
  crashed,
  DAY,
  event,
  instance,
  merged,
  NOW,
  pod,
  replicaSet,
} from './__testUtils__/objects';
import type { Given } from './__testUtils__/ruleCases';
import { mangled, soup } from './__testUtils__/soup';
import { revision, wholeInstance } from './__testUtils__/wholeInstance';
import { describeDeployment } from './describeDeployment';
import { evaluate } from './evaluate';

const ALEXANDRIA = { namespace: 'library', name: 'alexandria' };

const whole = [...wholeInstance(), pod({}, crashed('api', { exitCode: 1 }))];

describe('describeDeployment', () => {
  it('says what the verdict says', () => {
    const input = { objects: whole, now: NOW };
    const [verdict] = evaluate(input);
    const { autoscaler, ...others } = verdict;
    expect(describeDeployment(input, ALEXANDRIA)).toMatchObject({
      ...others,
      autoscaler: { ...autoscaler },
      createdAt: ago(DAY),
      omitted: {},
    });
  });

  it('hears the rules of adopters', () => {
    const details = describeDeployment(
      { objects: instance(), now: NOW },
      ALEXANDRIA,
      [
        {
          finding: {
            code: 'NoOwner',
            severity: 'critical',
            title: 'Nobody owns it',
            docs: 'https://example.com/no-owner',
          },
          *check({ reference }) {
            yield { object: reference, title: '', cause: '', remedy: '' };
          },
        },
      ],
    );
    expect(details).toMatchObject({
      health: 'Degraded',
      findings: [{ code: 'NoOwner' }],
    });
  });

  it('says nothing of a Deployment that nobody knows', () => {
    expect(
      describeDeployment(
        { objects: instance(), now: NOW },
        { namespace: 'library', name: 'other' },
      ),
    ).toBeUndefined();
  });

  it('says of one that is expected that it is not there', () => {
    expect(
      detailsOf({
        complete: ['Deployment'],
        expectations: [{ ...ALEXANDRIA, environment: 'prod' }],
        unreadable: [
          { kind: 'Pod', reason: 'forbidden', message: 'no' },
          { kind: 'Pod', namespace: 'other', reason: 'failing', message: '' },
        ],
      }),
    ).toMatchObject({
      health: 'Missing',
      environment: 'prod',
      pods: [],
      events: [],
      unreadable: [
        { part: 'pods', kind: 'Pod', reason: 'forbidden' },
        { part: 'events' },
      ],
    });
  });

  it('says which environment asks for it', () => {
    expect(
      detailsOf({
        objects: instance(),
        expectations: [
          { ...ALEXANDRIA, environment: 'prod' },
          { namespace: 'library', name: 'other', environment: 'dev' },
        ],
      }).environment,
    ).toBe('prod');
    expect(detailsOf(instance())).not.toHaveProperty('environment');
  });

  it('says which parts lack what could not be read', () => {
    const syncedAt = new Date(ago(60));
    expect(
      detailsOf({
        objects: instance(),
        complete: ['Event'],
        unreadable: [
          { kind: 'ReplicaSet', reason: 'stale', message: 'slow', syncedAt },
          { kind: 'Secret', reason: 'forbidden', message: 'may not get' },
          { kind: 'Anything', reason: 'failing', message: '' },
        ],
      }).unreadable,
    ).toEqual([
      ...['rollout', 'pods'].map(part => ({
        part,
        kind: 'ReplicaSet',
        reason: 'stale',
        message: 'slow',
        syncedAt: ago(60),
      })),
      {
        part: 'secrets',
        kind: 'Secret',
        reason: 'forbidden',
        message: 'may not get',
      },
    ]);
  });

  it.each<[string, Given, object[]]>([
    [
      'nobody asked for them',
      instance(),
      [{ reason: 'notRead', message: 'Events have not been read' }],
    ],
    [
      'those about some objects were read',
      { objects: instance(), events: [] },
      [{ reason: 'notRead', message: expect.stringMatching(/^Only some/) }],
    ],
    [
      'some are among the objects',
      [...instance(), event('Pod', 'a', 'A', '')],
      [{ reason: 'notRead', message: expect.stringMatching(/^Only some/) }],
    ],
    [
      'they may not be read',
      {
        objects: instance(),
        unreadable: [{ kind: 'Event', reason: 'forbidden', message: 'no' }],
      },
      [{ reason: 'forbidden', message: 'no' }],
    ],
    ['all are known', { objects: instance(), complete: ['Event'] }, []],
  ])('does not take events for absent when %s', (_, given, said) => {
    expect(detailsOf(given).unreadable).toEqual(
      said.map(each =>
        expect.objectContaining({ part: 'events', kind: 'Event', ...each }),
      ),
    );
  });

  it('uses events that are given apart for findings too', () => {
    const { findings } = detailsOf({
      objects: [
        ...instance().slice(0, 2),
        pod({ status: { phase: 'Pending' } }),
      ],
      events: [
        event('Pod', 'alexandria-7d9f-abcde', 'FailedMount', 'timed out'),
      ],
    });
    expect(findings.map(({ code }) => code)).toContain('VolumeMountFailed');
  });

  it('cuts lists, and says by how much', () => {
    const many = <T>(length: number, make: (index: number) => T): T[] =>
      Array.from({ length }, (_, index) => make(index));
    const { pods, events, rollout, omitted } = detailsOf([
      ...instance(),
      ...many(150, index => pod({ metadata: { name: `pod-${index}` } })),
      ...many(30, index =>
        replicaSet({
          metadata: { name: `old-${index}`, annotations: revision(index) },
        }),
      ),
      ...many(130, index =>
        merged(event('Deployment', 'alexandria', 'Scaled', `to ${index}`), {
          metadata: { name: `event-${index}` },
        }),
      ),
    ]);
    expect([pods, events, rollout!.revisions].map(list => list.length)).toEqual(
      [100, 100, 20],
    );
    expect(omitted).toEqual({ pods: 51, events: 30, revisions: 11 });
  });

  const anyInput = fc.oneof(soup, mangled(whole));

  it('takes any soup of objects, and says what the schema of the API allows', () => {
    fc.assert(
      fc.property(anyInput, soup, (objects, events) => {
        const details = describeDeployment(
          { objects, events, now: NOW },
          ALEXANDRIA,
        );
        expect(
          deploymentDetailsSchema.optional().safeParse(details).error,
        ).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('says the same whatever the order of the objects', () => {
    fc.assert(
      fc.property(
        anyInput.chain(objects =>
          fc.tuple(
            fc.constant(objects),
            fc.shuffledSubarray(objects, { minLength: objects.length }),
          ),
        ),
        ([objects, shuffled]) => {
          expect(
            describeDeployment({ objects: shuffled, now: NOW }, ALEXANDRIA),
          ).toEqual(describeDeployment({ objects, now: NOW }, ALEXANDRIA));
        },
      ),
    );
  });
});
