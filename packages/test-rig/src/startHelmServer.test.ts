/** @jest-environment node */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithTools } from './describeWithTools';
import { run } from './run';
import { HelmServer, startHelmServer } from './startHelmServer';
import { helm, helmServer, kubectl, kustomizeServer } from './tools';

const chart = {
  'Chart.yaml':
    'apiVersion: v2\nname: small\nversion: 0.1.0\nkubeVersion: ">=1.30.0-0"\n',
  'values.yaml': 'text: a\nnumber: 1\nlist: []\n',
  'values.schema.json': '{ "properties": { "number": { "type": "integer" } } }',
  'templates/configmap.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: "{{ .Release.Name }}", namespace: "{{ .Release.Namespace }}" }
data: {{ toJson (dict "values" (toYaml .Values)) }}
{{- if eq (toString .Values.text) "fail" }}{{ fail "as asked" }}{{ end }}
`,
  'templates/hook.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: hook, annotations: { helm.sh/hook: pre-install } }\n',
  'templates/test.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: test, annotations: { helm.sh/hook: test } }\n',
};

interface Case {
  name: string;
  values?: string[];
  set?: string[];
  release?: string;
  flags?: Record<'noHooks' | 'skipTests' | 'noSchema', boolean>;
  args?: string[];
}

const none = { noHooks: false, skipTests: false, noSchema: false };

const cases: Case[] = [
  { name: 'nothing' },
  { name: 'values', values: ['text: on\nlist: [1e3, 0x1F, 2001-12-14]\n'] },
  {
    name: 'values files and --set',
    values: ['number: 9007199254740993\n', 'text: null\nmore: { a: "\u2028" }'],
    set: ['more.b=c,list={1,x}', 'number=2'],
  },
  {
    name: '--no-hooks',
    flags: { ...none, noHooks: true },
    args: ['--no-hooks'],
  },
  {
    name: '--skip-tests',
    flags: { ...none, skipTests: true },
    args: ['--skip-tests'],
  },
  {
    name: '--skip-schema-validation',
    values: ['number: a'],
    flags: { ...none, noSchema: true },
    args: ['--skip-schema-validation'],
  },
  { name: 'what the schema refuses', values: ['number: a'] },
  { name: 'a template that fails', values: ['text: fail'] },
  { name: 'no YAML', values: ['a: 1', 'a: [\n'] },
  { name: 'no map', values: ['- a'] },
  { name: 'a --set that cannot be read', set: ['a'] },
  { name: 'a release name that Helm refuses', release: 'A_b' },
  { name: 'a release name that is too long', release: 'a'.repeat(54) },
];

/** The versions of the modules that a program was built from. */
async function modules(path: string): Promise<Record<string, string>> {
  const { stdout } = await run('go', ['version', '-m', path]);
  return Object.fromEntries(
    [...stdout.matchAll(/^\tdep\t(\S+)\t(v\S+)/gm)].map(
      ([, module, version]) => [module, version],
    ),
  );
}

describeWithTools(
  'the servers',
  [
    ...(['helm-3', 'helm-4', 'kubectl-newest'] as const),
    ...(['helm-3-server', 'helm-4-server', 'kustomize-server'] as const),
  ],
  () => {
    it.each([
      ['Helm 3', () => helm(3), () => helmServer(3)],
      ['Helm 4', () => helm(4), () => helmServer(4)],
      ['kubectl', () => kubectl(), kustomizeServer],
    ])('are built from what %s is', async (_, tool, server) => {
      const theirs = await modules((await tool()).path);
      const ours = await modules((await server()).path);
      const shared = Object.keys(ours).filter(module => theirs[module]);
      expect(shared.length).toBeGreaterThan(10);
      expect(shared.filter(module => ours[module] !== theirs[module])).toEqual(
        [],
      );
    });

    describe.each([3, 4] as const)('helm-%s-server', major => {
      let folder: string;
      let server: HelmServer;

      beforeAll(async () => {
        server = await startHelmServer(major);
        folder = await mkdtemp(join(tmpdir(), 'helm-server-'));
        await mkdir(join(folder, 'chart/templates'), { recursive: true });
        for (const [path, content] of Object.entries(chart)) {
          await writeFile(join(folder, 'chart', path), content);
        }
      });
      afterAll(async () => {
        await server?.stop();
        await rm(folder, { recursive: true });
      });

      it.each(cases)(
        'answers what helm template prints: $name',
        async ({ values = [], set = [], release = 'a', flags, args = [] }) => {
          for (const [index, content] of values.entries()) {
            await writeFile(join(folder, `values-${index}.yaml`), content);
          }
          const { code, stdout, stderr } = await run(
            await helm(major),
            [
              ...['template', release, join(folder, 'chart')],
              ...['--namespace', 'library', ...args],
              ...values.flatMap((_, index) => ['-f', `values-${index}.yaml`]),
              ...set.flatMap(expression => ['--set', expression]),
            ],
            { cwd: folder },
          );
          const answer = await server.template({
            chart: join(folder, 'chart'),
            release,
            namespace: 'library',
            values,
            set,
            ...flags,
          });
          // Helm 4 writes some errors to its log too.
          const said = stderr.replace(/^level=.*\n/gm, '');
          expect(answer).toEqual(
            code === 0
              ? { ok: true, output: stdout }
              : { ok: false, error: said.replace(/^Error: |\n$/g, '') },
          );
        },
      );
    });
  },
);
