/** @jest-environment node */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { run } from './run';
import { kubectl } from './tools';
import { KustomizeServer, startKustomizeServer } from './startKustomizeServer';

const files = {
  'base/kustomization.yaml': 'resources: [configmap.yaml]\n',
  'base/configmap.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { on: "off", b: "1\\n2\\n" }\n',
  'over/kustomization.yaml':
    'resources: [../base]\nnamespace: library\npatches: [{ path: p.yaml, target: { kind: ConfigMap } }]\n',
  'over/p.yaml': '- { op: add, path: /data/c, value: "0123" }\n',
  'broken/kustomization.yaml': 'resources: [../absent]\n',
};

describeWithTools(
  'kustomize-server',
  ['kubectl-newest', 'kustomize-server'],
  () => {
    let folder: string;
    let server: KustomizeServer;

    beforeAll(async () => {
      server = await startKustomizeServer();
      folder = await mkdtemp(join(tmpdir(), 'kustomize-server-'));
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    });
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    it.each(['base', 'over'])(
      'prints what kubectl prints: %s',
      async target => {
        const { stdout, stderr, code } = await run(await kubectl(), [
          'kustomize',
          join(folder, target),
        ]);
        expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
        expect(await server.build({ files, target })).toEqual({
          ok: true,
          output: stdout,
        });
      },
    );

    it('refuses what kubectl refuses', async () => {
      const { stderr, code } = await run(await kubectl(), [
        'kustomize',
        join(folder, 'broken'),
      ]);
      expect(code).toBe(1);
      const answer = await server.build({ files, target: 'broken' });
      expect(answer).toMatchObject({
        ok: false,
        error: expect.stringContaining(
          "accumulating resources from '../absent'",
        ),
      });
      expect(stderr).toContain("accumulating resources from '../absent'");
    });
  },
);
