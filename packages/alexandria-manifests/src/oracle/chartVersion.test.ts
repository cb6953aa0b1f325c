/** @jest-environment node */
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHART } from './__testUtils__/helmTemplate';
import { parseManifests } from './__testUtils__/manifests';

const VERSION_LABELS = [
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/version',
  'helm.sh/chart',
];

/** The renderer's objects say who applies them, and name no chart: so nothing else compares these labels. */
describeWithTools(
  'a release of the chart with build metadata, of a version that looks like a number',
  ['helm-3', 'helm-4'],
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'chart-version-'));
      await cp(CHART, folder, { recursive: true });
      const path = join(folder, 'Chart.yaml');
      const text = await readFile(path, 'utf8');
      await writeFile(
        path,
        text
          .replace(/^version: .*$/m, 'version: 1.2.3+build.4')
          .replace(/^appVersion: .*$/m, "appVersion: '1.10'"),
      );
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each([3, 4] as const)(
      'is named by the labels of each object in Helm %s',
      async major => {
        const { code, stdout, stderr } = await run(await helm(major), [
          ...['template', 'alexandria', folder],
          ...['--values', join(CHART, 'ci/everything-values.yaml')],
        ]);
        expect([code, stderr]).toEqual([0, '']);
        const labels = parseManifests(stdout).map(({ kind, metadata }) => {
          const all = (metadata as { labels: Record<string, unknown> }).labels;
          return [kind, ...VERSION_LABELS.map(label => all[label])];
        });
        expect(labels).toEqual(
          labels.map(([kind]) => [
            kind,
            'Helm',
            '1.10',
            'alexandria-ee-1.2.3_build.4',
          ]),
        );
        expect(labels.length).toBeGreaterThan(5);
      },
    );
  },
);
