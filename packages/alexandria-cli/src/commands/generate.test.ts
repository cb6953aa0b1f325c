import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import {
  exampleParameters,
  generateRepository,
  parseInstance,
  readYaml,
} from '@alexandriaproject/alexandria-manifests';
import { CANARY, cli, useFolder } from '../__testUtils__/cli';

const folder = useFolder();

const generate = (parameters: string, output = folder.path('out')) =>
  cli(['generate', '--parameters', '-', '--output', output], parameters);

function exampleRepository() {
  const read = readYaml(exampleParameters());
  const parsed = parseInstance(read.ok ? read.value : undefined);
  return parsed.ok ? generateRepository(parsed.value) : [];
}

describe('generate', () => {
  it('writes the example, and the very repository of it', async () => {
    const example = await cli(['generate', '--print-example']);
    expect(example).toEqual({
      code: 0,
      stdout: exampleParameters(),
      stderr: '',
    });
    const files = exampleRepository();
    expect(files.length).toBeGreaterThan(20);
    expect(await generate(example.stdout)).toEqual({
      code: 0,
      stdout: '',
      stderr: `${files.length} files written to ${folder.path('out')}\n`,
    });
    const written = readdirSync(folder.path('out'), {
      recursive: true,
      withFileTypes: true,
    }).filter(entry => entry.isFile());
    expect(written).toHaveLength(files.length);
    for (const { path, content } of files) {
      expect(readFileSync(folder.path(`out/${path}`), 'utf8')).toBe(content);
    }
  });

  it.each([
    ['a file', () => folder.file('answers.yaml', exampleParameters())],
    ['standard input', () => '-'],
  ])('reads the parameters from %s', async (_, parameters) => {
    const args = ['generate', '--parameters', parameters(), '--output'];
    expect(
      await cli([...args, folder.path('out')], exampleParameters()),
    ).toMatchObject({ code: 0 });
  });

  it.each([
    ['a new folder', 'new'],
    ['a new folder in new ones', 'a/b/c'],
    ['an empty folder', 'empty'],
  ])('writes into %s', async (_, name) => {
    mkdirSync(folder.path('empty'));
    expect(
      await generate(exampleParameters(), folder.path(name)),
    ).toMatchObject({ code: 0 });
    expect(readdirSync(folder.path(name))).toContain('catalog-info.yaml');
  });

  it.each<[string, string, string[]]>([
    [
      'answers that are wrong',
      `name: A B\nowner: ''\ndescription: postgres://a:${CANARY}@db/x\n`,
      ['name: ', 'owner: ', 'environments: ', 'description: '],
    ],
    ['no answers', '', ['name: ', 'owner: ', 'environments: ']],
    ['no YAML', `name: [${CANARY}\n`, ['is no valid YAML']],
  ])(
    'says every reason and writes nothing for %s',
    async (_, answers, reasons) => {
      const { code, stdout, stderr } = await generate(answers);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      for (const reason of reasons) {
        expect(stderr).toContain(`error: ${reason}`);
      }
      expect(stderr).not.toContain(CANARY);
      expect(existsSync(folder.path('out'))).toBe(false);
    },
  );

  it.each<[string, () => string, string]>([
    [
      'a folder with something in it',
      () => {
        folder.file('full/README.md', 'mine');
        return folder.path('full');
      },
      'is not empty (README.md), and nothing in it is replaced',
    ],
    ['a file', () => folder.file('file', 'mine'), 'is no folder'],
    [
      'a folder below a file',
      () => `${folder.file('file', 'mine')}/sub/out`,
      'cannot be made (ENOTDIR)',
    ],
    [
      'a folder below a symbolic link that leads nowhere',
      () => {
        symlinkSync(folder.path('absent'), folder.path('link'));
        return folder.path('link/sub/out');
      },
      'cannot be made (ENOENT)',
    ],
    [
      'a symbolic link',
      () => {
        mkdirSync(folder.path('target'));
        symlinkSync(folder.path('target'), folder.path('link'));
        return folder.path('link');
      },
      'is a symbolic link, which is not followed',
    ],
    [
      'a symbolic link with a slash after it',
      () => {
        mkdirSync(folder.path('target'));
        symlinkSync(folder.path('target'), folder.path('link'));
        return `${folder.path('link')}/`;
      },
      'is a symbolic link, which is not followed',
    ],
  ])('replaces nothing, and ends with 2, for %s', async (_, output, reason) => {
    const path = output();
    const content = () => readdirSync(folder.path('.'), { recursive: true });
    const before = content();
    const { code, stdout, stderr } = await generate(exampleParameters(), path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${path}: ${reason}`);
    expect(content()).toEqual(before);
  });
});
