import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exampleParameters,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { parseAllDocuments } from 'yaml';
import { runCli } from './runCli';

const CHART = join(__dirname, '../../alexandria-manifests/chart');
const SECRET = 'canary-7f3a';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function cli(args: string[], stdin = '') {
  const streams = { stdout: '', stderr: '' };
  const code = await runCli(args, {
    stdin: async () => stdin,
    stdout: part => {
      streams.stdout += part;
    },
    stderr: part => {
      streams.stderr += part;
    },
  });
  return { code, ...streams };
}

const read = (yaml: string) =>
  parseAllDocuments(yaml).map(document => document.toJS());

describe('render', () => {
  it('writes every object, in the release and namespace alexandria', async () => {
    const { code, stdout, stderr } = await cli(['render', '--values', '-'], '');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const objects = read(stdout);
    expect(objects.map(({ kind }) => kind)).toContain('Deployment');
    expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(
      new Set(['alexandria']),
    );
  });

  it('merges files and --set in their order, into another release', async () => {
    const { stdout } = await cli([
      'render',
      '--values',
      file('one.yaml', 'service: { port: 81 }\n'),
      file('two.yaml', 'service: { port: 82 }\n'),
      '--set',
      'service.port=83',
      '--release',
      'other',
      '--namespace',
      'team',
      '--format',
      'json',
    ]);
    const service = JSON.parse(stdout).find(
      ({ kind }: { kind: string }) => kind === 'Service',
    );
    expect(service).toMatchObject({
      metadata: { name: 'other', namespace: 'team' },
      spec: { ports: [{ port: 83 }] },
    });
  });

  it('says every reason and writes nothing when values are rejected', async () => {
    const { code, stdout, stderr } = await cli(
      ['render', '--values', '-'],
      `auth: { jwtSecret: { nested: ${SECRET} } }\nservice: { port: many }\nsurprise: 1\n`,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const path of ['auth.jwtSecret', 'service.port', 'surprise']) {
      expect(stderr).toContain(`error: ${path}: `);
    }
    expect(stderr).not.toContain(SECRET);
  });
});

describeWithTools('render', ['helm-4'], () => {
  it('writes what helm template writes', async () => {
    const values = file(
      'values.yaml',
      'auth: { existingSecret: alexandria-auth }\nmetrics: { enabled: true }\n',
    );
    const [{ stdout }, peer] = await Promise.all([
      cli(['render', '--values', values]),
      run(await helm(4), [
        ...['template', 'alexandria', CHART, '--namespace', 'alexandria'],
        ...['--values', values, '--no-hooks', '--skip-tests'],
      ]),
    ]);
    const keyed = (yaml: string) =>
      Object.fromEntries(
        read(yaml).map(({ metadata: { labels, ...metadata }, ...object }) => [
          `${object.kind}/${metadata.name}`,
          { ...object, metadata },
        ]),
      );
    expect(keyed(stdout)).toEqual(keyed(peer.stdout));
  });
});

describe('validate', () => {
  it('accepts, and holds the values against the checklist', async () => {
    const { code, stdout } = await cli(['validate', '--values', '-'], '');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The values are accepted\./);
    expect(stdout).toContain('[ ] must   images are pinned');
  });

  it('reports as JSON', async () => {
    const { code, stdout } = await cli(
      ['validate', '--values', '-', '--output', 'json'],
      'replicaCount: 2\n',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'replicaCount' }),
      ]),
      checklist: [],
    });
  });
});

describe('generate', () => {
  const generate = (parameters: string) =>
    cli([
      'generate',
      '--parameters',
      file('answers.yaml', parameters),
      '--output',
      join(folder, 'out'),
    ]);

  it('writes the example, and a repository from it', async () => {
    const example = await cli(['generate', '--print-example']);
    expect(example).toEqual({
      code: 0,
      stdout: exampleParameters(),
      stderr: '',
    });
    expect(await generate(example.stdout)).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readdirSync(join(folder, 'out'))).toEqual(
      expect.arrayContaining(['README.md', 'k8s', 'values-prod.yaml']),
    );
    expect(readYaml(exampleParameters())).toMatchObject({ ok: true });
  });

  it('says every reason and writes nothing when answers are rejected', async () => {
    const { code, stderr } = await generate(
      `name: A B\nowner: ''\ndescription: postgres://a:${SECRET}@db/x\n`,
    );
    expect(code).toBe(1);
    for (const path of ['name', 'owner', 'environments', 'description']) {
      expect(stderr).toContain(`error: ${path}: `);
    }
    expect(stderr).not.toContain(SECRET);
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  it('replaces nothing', async () => {
    await generate(exampleParameters());
    const { code, stderr } = await generate(exampleParameters());
    expect(code).toBe(2);
    expect(stderr).toMatch(/is not empty/);
  });
});

describe('wrong use', () => {
  it.each<[string, string[], RegExp]>([
    ['no values', ['render'], /--values/],
    ['an unknown command', ['deploy'], /unknown command/],
    [
      'an unknown format',
      ['render', '--values', '-', '--format', 'xml'],
      /xml/,
    ],
    [
      'a file that is not there',
      ['render', '--values', 'absent.yaml'],
      /no such file/,
    ],
    ['standard input twice', ['render', '--values', '-', '-'], /once/],
    ['no output', ['generate', '--parameters', '-'], /needs --parameters/],
  ])('%s ends with 2', async (_, args, said) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });

  it('is not asking for help', async () => {
    expect(await cli(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Exit codes: 0 accepted, 1 rejected'),
    });
  });
});
