import fc from 'fast-check';
import type { InstanceInput } from '../instance';
import { complete, instances } from '../repository/__testUtils__/instances';
import { edit, handEdit, MARK } from './__testUtils__/handEdits';
import { applied, planOf, repositoryOf } from './__testUtils__/repository';

const [dev, staging, prod] = complete.environments;

/** Answers that a change may lead to. */
const targets: InstanceInput[] = [
  ...instances.map(([, answers]) => answers),
  { ...complete, environments: [{ ...dev, size: 'large' }, prod] },
  {
    ...complete,
    environments: [
      { ...dev, imageTag: 'v2', storage: { size: '20Gi' } },
      staging,
      { ...prod, imageTag: 'v1.1.0', size: 'medium' },
      { name: 'qa', stage: 'staging', host: 'qa.acme.io', imageTag: 'main' },
    ],
    llmBackends: [],
  },
];

const repositories = instances.map(([, answers]) => repositoryOf(answers));
const expected = targets.map(repositoryOf);

const change = fc.record({
  from: fc.nat({ max: repositories.length - 1 }),
  to: fc.nat({ max: targets.length - 1 }),
});

/** All but the record, of which the generator owns whatever it says: there comments are kept, and answers are what it starts from. */
const pathsOf = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter(path => path !== '.alexandria/instance.yaml');

/** How often the mark stands in a text. */
const marks = (text: string | undefined) => (text ?? '').split(MARK).length - 1;

const RUNS = 60;
const TIMEOUT = 120_000;

describe('a plan', () => {
  it(
    'of a repository that nobody edited gives what the generator gives',
    () => {
      for (const files of repositories) {
        targets.forEach((answers, index) => {
          const plan = planOf(files, answers);
          expect(plan.conflicts).toEqual([]);
          expect(new Map([...applied(files, plan)].sort())).toEqual(
            new Map([...expected[index]].sort()),
          );
        });
      }
    },
    TIMEOUT,
  );

  it(
    'loses no edit, in whichever file: it is in the result, or a conflict shows it',
    () => {
      fc.assert(
        fc.property(
          change,
          fc.nat(),
          fc.array(handEdit, { minLength: 1, maxLength: 3 }),
          ({ from, to }, file, edits) => {
            const files = repositories[from];
            const paths = pathsOf(files);
            const path = paths[file % paths.length];
            const text = edits.reduce(edit, files.get(path) ?? '');
            const hand = new Map(files).set(path, text);
            const plan = planOf(hand, targets[to]);
            const shown = plan.conflicts.filter(each => each.path === path);
            const isShown = shown.some(
              ({ theirs }) =>
                theirs.is === 'withheld' ||
                theirs.is === 'absent' ||
                (theirs.is === 'text' && /by-hand|…$/.test(theirs.text)),
            );
            expect(
              isShown || marks(applied(hand, plan).get(path)) >= marks(text),
            ).toBe(true);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    'keeps everything that people wrote while nothing is decided',
    () => {
      fc.assert(
        fc.property(change, fc.nat(), handEdit, ({ from, to }, file, one) => {
          const files = repositories[from];
          const paths = pathsOf(files);
          const path = paths[file % paths.length];
          const text = edit(files.get(path) ?? '', one);
          const hand = new Map(files).set(path, text);
          expect(
            marks(applied(hand, planOf(hand, targets[to])).get(path)),
          ).toBeGreaterThanOrEqual(marks(text));
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    'keeps comments in values files, wherever they stand',
    () => {
      fc.assert(
        fc.property(
          change,
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          ({ from, to }, at) => {
            const hand = new Map(
              [...repositories[from]].map(([path, text]) => [
                path,
                /^values-/.test(path)
                  ? edit(text, { kind: 'comment', at })
                  : text,
              ]),
            );
            const after = applied(hand, planOf(hand, targets[to]));
            for (const [path, text] of hand) {
              expect(marks(after.get(path))).toBe(marks(text));
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  it(
    'that was carried out leaves nothing to do',
    () => {
      fc.assert(
        fc.property(change, fc.nat(), handEdit, ({ from, to }, file, one) => {
          const files = repositories[from];
          const paths = pathsOf(files);
          const path = paths[file % paths.length];
          const hand = new Map(files).set(
            path,
            edit(files.get(path) ?? '', one),
          );
          const undecided = planOf(hand, targets[to]);
          const plan = planOf(
            hand,
            targets[to],
            undecided.conflicts.map(each => ({
              path: each.path,
              field: each.field,
              take: 'ours',
            })),
          );
          fc.pre(plan.issues.length === 0);
          expect(planOf(applied(hand, plan), targets[to]).files).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
