/** @jest-environment node */
import {
  describeWithTools,
  helm,
  HelmServer,
  LineAnswer,
  run,
  startHelmServer,
} from '@alexandriaproject/test-rig';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accepted } from './corpus/accepted';
import { brokenByChecklist, brokenByGuard } from './corpus/broken';
import { Draw, drawArbitrary } from './__testUtils__/Draw';
import { alexandria, CHART, valuesFile } from './__testUtils__/helmTemplate';

const ofCorpus = (
  cases: readonly (typeof accepted | typeof brokenByGuard)[number][],
) =>
  cases.map(
    ({ values, release = alexandria }): Draw => ({
      files: [valuesFile(values)],
      set: [],
      release,
    }),
  );

/** Both Helms list what a schema refuses in an order of chance. */
const comparable = (answer: LineAnswer) =>
  answer.ok
    ? answer.output
    : answer.error
        .split(/[\s,]+/)
        .filter(Boolean)
        .sort();

/** A case in three of the corpus, and random ones; every one is rendered by a process. */
const draws: Draw[] = [
  ...ofCorpus([...accepted, ...brokenByGuard, ...brokenByChecklist]).filter(
    (_, index) => index % 3 === 0,
  ),
  ...fc
    .sample(drawArbitrary, { seed: 20260314, numRuns: 60 })
    // The command would take them for flags, or for no name at all.
    .filter(({ release: { name } }) => /^[^-]/.test(name)),
];

describeWithTools(
  'the programs that stand for Helm',
  ['helm-3', 'helm-4', 'helm-3-server', 'helm-4-server'],
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'libraries-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    /** What the command prints, or its error without what Helm logs. */
    async function command(
      major: 3 | 4,
      { files, set, release }: Draw,
    ): Promise<LineAnswer> {
      for (const [index, file] of files.entries()) {
        await writeFile(join(folder, `values-${index}.yaml`), file);
      }
      const { code, stdout, stderr } = await run(
        await helm(major),
        [
          ...['template', release.name, CHART],
          ...['--namespace', release.namespace],
          ...files.flatMap((_, index) => ['-f', `values-${index}.yaml`]),
          ...set.flatMap(expression => ['--set', expression]),
        ],
        { cwd: folder },
      );
      return code === 0
        ? { ok: true, output: stdout }
        : {
            ok: false,
            error: stderr.slice(stderr.indexOf('Error: ') + 'Error: '.length),
          };
    }

    describe.each([3, 4] as const)('in Helm %s', major => {
      let server: HelmServer;
      beforeAll(async () => {
        server = await startHelmServer(major);
      });
      afterAll(() => server?.stop());

      it('print what the command prints, byte for byte, or refuse with its words', async () => {
        for (const draw of draws) {
          const { files, set, release } = draw;
          const answer = await server.template({
            chart: CHART,
            release: release.name,
            namespace: release.namespace,
            values: files,
            set,
          });
          expect(comparable(answer)).toEqual(
            comparable(await command(major, draw)),
          );
        }
      }, 120_000);
    });
  },
);
