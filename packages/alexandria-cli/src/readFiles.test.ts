import { mkdirSync } from 'node:fs';
import { CANARY, recordedIo, useFolder } from './__testUtils__/cli';
import { WrongUse } from './Io';
import { readValues, readYamlFile } from './readFiles';

const folder = useFolder();

describe('readYamlFile', () => {
  it.each([
    ['a file', () => folder.file('a.yaml', 'a: 1\n'), ''],
    ['standard input', () => '-', 'a: 1\n'],
  ])('reads %s', async (_, name, stdin) => {
    expect(await readYamlFile(recordedIo(stdin).io, name())).toMatchObject({
      ok: true,
      value: { a: 1 },
    });
  });

  it.each<[string, () => string, string]>([
    ['is absent', () => folder.path('b.yaml'), 'there is no such file'],
    [
      'is a folder',
      () => {
        mkdirSync(folder.path('sub'));
        return folder.path('sub');
      },
      'it is a folder',
    ],
    [
      'is below a file',
      () => `${folder.file('a.yaml', '')}/b.yaml`,
      'cannot be read (ENOTDIR)',
    ],
    [
      'is too long',
      () => folder.file('long.yaml', `# ${'x'.repeat(4 * 1024 * 1024)}`),
      'is longer than 4194304 bytes',
    ],
  ])('takes it for wrong use when the file %s', async (_, name, reason) => {
    const reading = readYamlFile(recordedIo().io, name());
    await expect(reading).rejects.toThrow(WrongUse);
    await expect(reading).rejects.toThrow(reason);
  });

  it.each<[string, string, string, number]>([
    ['is no YAML', `a: [${CANARY}\n`, '', 2],
    ['has a key twice', `a: 1\na: ${CANARY}\n`, 'a', 2],
    ['has a tag', `a: !!binary ${CANARY}\n`, 'a', 1],
  ])('says where a file %s', async (_, content, path, line) => {
    const name = folder.file('bad.yaml', content);
    const result = await readYamlFile(recordedIo().io, name);
    expect(result).toMatchObject({ ok: false, issues: [{ path }] });
    const said = JSON.stringify(result);
    expect(said).toContain(`line ${line} of ${name}`);
    expect(said).not.toContain(CANARY);
  });

  it('names standard input', async () => {
    const result = await readYamlFile(recordedIo('a: [\n').io, '-');
    expect(JSON.stringify(result)).toContain('of standard input');
  });
});

describe('readValues', () => {
  it.each<[string, string[], string[], unknown]>([
    ['nothing', [], [], {}],
    ['an empty file', [''], [], {}],
    ['one file', ['a: { b: 1 }'], [], { a: { b: 1 } }],
    [
      'maps key by key',
      ['a: { b: 1, c: 1 }', 'a: { c: 2 }'],
      [],
      { a: { b: 1, c: 2 } },
    ],
    ['lists whole', ['a: [1, 2]', 'a: [3]'], [], { a: [3] }],
    ['--set over files', ['a: 1'], ['a=2'], { a: 2 }],
    ['the last --set', [], ['a=1', 'a=2,b=3'], { a: 2, b: 3 }],
  ])('merges %s', async (_, contents, expressions, expected) => {
    const files = contents.map((content, index) =>
      folder.file(`${index}.yaml`, content),
    );
    expect(await readValues(recordedIo().io, files, expressions)).toEqual({
      ok: true,
      value: expected,
      warnings: [],
    });
  });

  it('reports everything that cannot be read at once', async () => {
    const result = await readValues(
      recordedIo('b: [\n').io,
      [folder.file('a.yaml', 'a: 1\na: 2\n'), '-'],
      ['c', 'd=1', `auth.jwtSecret=x,${CANARY}`],
    );
    const said = JSON.stringify(result);
    for (const part of ['a.yaml', 'standard input', '1 of 1', '18 of 28']) {
      expect(said).toContain(part);
    }
    expect(said).not.toContain(CANARY);
  });

  it('reads standard input once', async () => {
    await expect(readValues(recordedIo().io, ['-', '-'], [])).rejects.toThrow(
      WrongUse,
    );
  });
});
