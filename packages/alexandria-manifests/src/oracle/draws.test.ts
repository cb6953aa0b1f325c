/** @jest-environment node */
import { describeWithTools } from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { formatPath, Segment } from '../values/path';
import { Oracle } from './__testUtils__/Oracle';
import { runDraws } from './__testUtils__/runDraws';
import { runDrawsOptions } from './__testUtils__/runDrawsOptions';
import { schemaPaths } from './__testUtils__/schemaPaths';
import { arbitrary, wholeSchema } from './__testUtils__/valuesArbitrary';

const RUNS = 2000;
const LIMIT_MS = 8 * 60_000;

/** The places at which a tree holds something, written as schemaPaths has them. */
function places(
  tree: unknown,
  known: Set<string>,
  path: Segment[] = [],
): string[] {
  const here = formatPath(path);
  if (typeof tree !== 'object' || tree === null) {
    return [here];
  }
  const below = Object.entries(tree).flatMap(([key, value]) => {
    const named = [...path, Array.isArray(tree) ? 0 : key];
    return places(
      value,
      known,
      known.has(formatPath(named)) ? named : [...path, '*'],
    );
  });
  return [here, ...below];
}

describe('the draws', () => {
  it('come to every place of the model', () => {
    const known = new Set(
      schemaPaths(wholeSchema).map(({ path }) => formatPath(path)),
    );
    expect(known.size).toBeGreaterThan(300);
    const seen = new Set(
      fc
        .sample(arbitrary(wholeSchema, 2), { numRuns: 6000, seed: 20260314 })
        .flatMap(tree => places(tree, known)),
    );
    expect([...known].filter(path => !seen.has(path))).toEqual([]);
  });

  it.each([
    [{}, 2000, undefined],
    [{ ALEXANDRIA_ORACLE_RUNS: '7', ALEXANDRIA_ORACLE_PATH: '' }, 7, undefined],
    [{ ALEXANDRIA_ORACLE_PATH: '3:0' }, 2000, '3:0'],
  ])('are chosen by %j', (env, runs, path) => {
    expect(
      runDrawsOptions(2000, { ...env, ALEXANDRIA_ORACLE_SEED: '5' }),
    ).toEqual({ runs, seed: 5, path });
  });

  it('are not chosen by what is no number', () => {
    expect(() =>
      runDrawsOptions(2000, { ALEXANDRIA_ORACLE_SEED: '1e' }),
    ).toThrow('ALEXANDRIA_ORACLE_SEED must be a whole number, not 1e');
  });
});

describeWithTools(
  'Helm 3, Helm 4, kubectl kustomize and the renderer',
  ['helm-3-server', 'helm-4-server', 'kustomize-server'],
  () => {
    let oracle: Oracle;
    beforeAll(async () => {
      oracle = await Oracle.start();
    });
    afterAll(() => oracle?.stop());

    it(
      'give the same objects for any values, or refuse them alike',
      async () => {
        const options = runDrawsOptions(RUNS);
        process.stderr.write(
          `${options.runs} draws, ALEXANDRIA_ORACLE_SEED=${options.seed}\n`,
        );
        const { counts, failure } = await runDraws(oracle, {
          ...options,
          // Shrinking ends in time for its result to be seen.
          timeLimitMs: LIMIT_MS - 30_000,
        });
        process.stderr.write(`${JSON.stringify(counts)}\n`);
        expect(failure).toBeUndefined();
      },
      LIMIT_MS,
    );

    it('show what differs, and how to repeat it', async () => {
      const blind = Object.create(oracle, {
        judge: {
          value: async (draw: Parameters<Oracle['judge']>[0]) => {
            const verdict = await oracle.judge(draw);
            if (draw.set.length > 0) {
              throw new Error('as asked');
            }
            return verdict;
          },
        },
      }) as Oracle;
      const { failure } = await runDraws(blind, { runs: 50, seed: 1 });
      expect(failure).toMatch(
        /^Error: as asked[^]*\n# values-0.yaml\n\{\}\n# --set .*\n# release "alexandria" in the namespace "alexandria"\n\nTo repeat it: ALEXANDRIA_ORACLE_SEED=1 ALEXANDRIA_ORACLE_PATH=[\d:]+$/,
      );
    });
  },
);
