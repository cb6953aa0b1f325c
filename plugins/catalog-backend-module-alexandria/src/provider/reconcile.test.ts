import type {
  ClusterCondition,
  ObservedDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Entity } from '@backstage/catalog-model';
import type { KnownInstance } from './KnownInstance';
import { reconcile, type ReconcileInput } from './reconcile';

const A = { namespace: 'payments', name: 'a', labels: { app: 'a' } };
const REF = 'component:default/a';

const entityOf = ({ name, labels }: ObservedDeployment): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, labels },
});

const feedOf = (
  deployments: ObservedDeployment[],
  condition: ClusterCondition = 'Current',
) => ({ cluster: { name: 'north', condition }, deployments });

const outcome = (input: Partial<ReconcileInput> = {}) =>
  reconcile({
    ...{ known: [], now: 1_000, gracePeriodMs: 100, maxStepMs: 50, entityOf },
    feed: feedOf([]),
    catalog: { discovered: new Set(), registered: [] },
    ...input,
  });

const inCatalog = { discovered: new Set([REF]), registered: [] };

/** What is kept of `A` once it was seen, and once it is in the catalog. */
const [NOTED] = outcome({ feed: feedOf([A]) }).changed;
const [KNOWN] = outcome({ known: [NOTED], feed: feedOf([A]) }).changed;

describe('reconcile', () => {
  it('notes what runs and is nobody’s', () => {
    expect(outcome({ feed: feedOf([A]) })).toEqual({
      added: [],
      removed: [],
      changed: [{ entityRef: REF, ...A, fingerprint: '', absentMs: 0 }],
    });
  });

  it('adds it when that is so at the next look too', () => {
    expect(outcome({ known: [NOTED], feed: feedOf([A]) })).toEqual({
      added: [entityOf(A)],
      removed: [],
      changed: [
        {
          ...{ entityRef: REF, ...A, absentMs: 0 },
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it('does nothing where everything is as it should be', () => {
    expect(
      outcome({ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog }),
    ).toEqual({ added: [], removed: [], changed: [] });
  });

  it.each<[string, Partial<ReconcileInput>]>([
    ['it is another', { feed: feedOf([{ ...A, labels: { app: 'b' } }]) }],
    ['that the catalog was given it was not kept', { known: [NOTED] }],
    [
      'the catalog lost it',
      { catalog: { discovered: new Set(), registered: [] } },
    ],
  ])('adds an entity again when %s', (_, input) => {
    const { added, removed } = outcome({
      ...{ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog },
      ...input,
    });
    expect([added.length, removed]).toEqual([1, []]);
  });

  it.each<[string, boolean, ClusterCondition]>([
    ['runs', true, 'Current'],
    ['ran before the cluster was cut off', true, 'Failing'],
    ['is not in the feed', false, 'Starting'],
    ['is gone', false, 'Current'],
  ])('gives way to a registered entity for what %s', (_, runs, condition) => {
    expect(
      outcome({
        known: [KNOWN],
        feed: feedOf(runs ? [A] : [], condition),
        catalog: {
          ...inCatalog,
          registered: [
            ({ cluster, labels }) => cluster === 'north' && labels.app === 'a',
          ],
        },
      }),
    ).toEqual({ added: [], removed: [REF], changed: [] });
  });

  it('adds nothing that is registered by the next look', () => {
    expect(
      outcome({
        known: [NOTED],
        feed: feedOf([A]),
        catalog: { discovered: new Set(), registered: [() => true] },
      }),
    ).toEqual({ added: [], removed: [REF], changed: [] });
  });

  it('replaces the entity of a Deployment that is called otherwise now', () => {
    const renamed = (deployment: ObservedDeployment): Entity => ({
      ...entityOf(deployment),
      metadata: { name: 'other' },
    });
    const { changed, removed } = outcome({
      ...{ known: [KNOWN], feed: feedOf([A]), catalog: inCatalog },
      entityOf: renamed,
    });
    expect([changed.map(({ entityRef }) => entityRef), removed]).toEqual([
      ['component:default/other'],
      [REF],
    ]);
  });

  describe('of what is not in the feed', () => {
    const gone = (absentMs: number, lookedAt?: number): KnownInstance => ({
      ...{ ...KNOWN, absentMs },
      ...(lookedAt === undefined ? {} : { lookedAt }),
    });

    it.each<[string, KnownInstance, ClusterCondition, KnownInstance | null]>([
      ['begins the period', KNOWN, 'Current', gone(0, 1_000)],
      ['goes on with it', gone(10, 970), 'Current', gone(40, 1_000)],
      ['counts no long silence', gone(10, 100), 'Current', gone(60, 1_000)],
      [
        'counts no clock that was set back',
        gone(10, 2_000),
        'Current',
        gone(10, 1_000),
      ],
      ['counts nothing after a break', gone(90), 'Current', gone(90, 1_000)],
      ['removes it at the end', gone(70, 970), 'Current', null],
      ['halts while it fails', gone(70, 970), 'Failing', gone(70)],
      ['halts while it starts', gone(70, 970), 'Starting', gone(70)],
      [
        'halts while it is misconfigured',
        gone(99, 970),
        'Misconfigured',
        gone(99),
      ],
    ])('%s', (_, known, condition, after) => {
      expect(
        outcome({
          known: [known],
          feed: feedOf([], condition),
          catalog: inCatalog,
        }),
      ).toEqual({
        added: [],
        removed: after ? [] : [REF],
        changed: after ? [after] : [],
      });
    });

    it('begins anew once it was seen', () => {
      const { changed } = outcome({
        known: [gone(70, 970)],
        feed: feedOf([A]),
        catalog: inCatalog,
      });
      expect(changed).toEqual([KNOWN]);
    });

    it('removes at once where there is no period', () => {
      const { removed } = outcome({ known: [KNOWN], gracePeriodMs: 0 });
      expect(removed).toEqual([REF]);
    });
  });
});
