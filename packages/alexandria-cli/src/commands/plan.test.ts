import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  exampleParameters,
  generateRepository,
  parseInstance,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import { cli, useFolder } from '../__testUtils__/cli';

const folder = useFolder();

async function repository() {
  const root = folder.path('repo');
  await cli(
    ['generate', '--parameters', '-', '--output', root],
    exampleParameters(),
  );
  return {
    root,
    read: (path: string) => readFileSync(`${root}/${path}`, 'utf8'),
    edit: (path: string, from: string, to: string) => {
      const text = readFileSync(`${root}/${path}`, 'utf8');
      expect(text).toContain(from);
      writeFileSync(`${root}/${path}`, text.replace(from, to));
    },
  };
}

const upgraded = exampleParameters().replace('v1.0.0', 'v1.1.0');

describe('plan', () => {
  it('says nothing is to do for the answers that are there', async () => {
    const { root } = await repository();
    const { code, stdout } = await cli(['plan', root, '--output', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [],
      conflicts: [],
      steps: [],
    });
  });

  it('reports and writes nothing, until it is asked to', async () => {
    const { root, read } = await repository();
    const before = read('values-prod.yaml');
    const { code, stdout } = await cli(
      ['plan', root, '--answers', '-'],
      upgraded,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/What restarts[^]*alexandria/);
    expect(read('values-prod.yaml')).toBe(before);
  });

  it('writes what the generator gives for the new answers', async () => {
    const { root, read } = await repository();
    const { code, stderr } = await cli(
      ['plan', root, '--answers', '-', '--write'],
      upgraded,
    );
    expect(stderr).toMatch(/files written to .*, 0 removed/);
    expect(code).toBe(0);
    const parsed = readYaml(upgraded);
    const instance = parseInstance(parsed.ok ? parsed.value : undefined);
    for (const { path, content } of instance.ok
      ? generateRepository(instance.value)
      : []) {
      expect(read(path)).toBe(content);
    }
  });

  it('removes what belongs to an environment that goes', async () => {
    const { root } = await repository();
    const { code } = await cli([
      'plan',
      root,
      '--set',
      'environments[0].name=qa',
      '--write',
    ]);
    expect(code).toBe(0);
    expect(existsSync(`${root}/values-dev.yaml`)).toBe(false);
    expect(existsSync(`${root}/values-qa.yaml`)).toBe(true);
  });

  describe('with a conflict', () => {
    const set = ['--set', 'environments[1].imageTag=v1.1.0'];

    async function conflicting() {
      const repo = await repository();
      for (const path of ['values-prod.yaml']) {
        for (let i = 0; i < 3; i++) {
          repo.edit(path, 'tag: v1.0.0', 'tag: v1.0.9');
        }
      }
      return repo;
    }

    it('rejects, names every place and writes nothing', async () => {
      const { root, read } = await conflicting();
      const before = read('values-prod.yaml');
      const { code, stderr } = await cli(['plan', root, ...set, '--write']);
      expect(code).toBe(1);
      expect(stderr).toContain('values-prod.yaml: image.api.tag');
      expect(stderr).toContain('--keep');
      expect(read('values-prod.yaml')).toBe(before);
    });

    it.each([
      ['--keep', 'v1.0.9'],
      ['--take', 'v1.1.0'],
    ])('%s decides for a whole file', async (option, tag) => {
      const { root, read } = await conflicting();
      const { code } = await cli([
        'plan',
        root,
        ...set,
        option,
        'values-prod.yaml',
        '--write',
      ]);
      expect(code).toBe(0);
      expect(read('values-prod.yaml')).toContain(`tag: ${tag}`);
      expect(read('k8s/overlays/prod/deployment-patch.yaml')).toContain(tag);
    });

    it('decides a single field against the rest', async () => {
      const { root, read } = await conflicting();
      const { code } = await cli([
        'plan',
        root,
        ...set,
        '--keep',
        'values-prod.yaml: image.api.tag',
        '--take',
        'values-prod.yaml',
        '--write',
      ]);
      expect(code).toBe(0);
      expect(read('values-prod.yaml')).toMatch(
        /tag: v1\.0\.9[^]*tag: v1\.1\.0[^]*tag: v1\.1\.0/,
      );
    });
  });

  it('warns of a decision that nothing asked for', async () => {
    const { root } = await repository();
    const { code, stderr } = await cli([
      'plan',
      root,
      '--keep',
      'values-x.yaml',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('values-x.yaml: was decided');
  });

  it.each([
    [
      'answers that are not accepted',
      ['--set', 'environments[0].replicas=3'],
      1,
    ],
    ['a name that is another', ['--set', 'name=other'], 1],
    ['an expression that cannot be read', ['--set', 'x'], 1],
    ['answers that are not there', ['--answers', 'no-such-file.yaml'], 2],
    ['a format that there is not', ['--output', 'xml'], 2],
  ])('refuses %s', async (_, args, expected) => {
    const { root } = await repository();
    const { code, stdout, stderr } = await cli(['plan', root, ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(/^error: /);
  });

  it.each([
    ['no folder', 'nothing-here', 2],
    ['a folder that no template made', '.', 1],
  ])('refuses %s', async (_, path, expected) => {
    folder.file('note.txt', 'text');
    expect(await cli(['plan', folder.path(path)])).toMatchObject({
      code: expected,
      stdout: '',
    });
  });
});
