import { version } from '../package.json';
import { CANARY, cli } from './__testUtils__/cli';

describe('runCli', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown command', ['deploy'], /unknown command 'deploy'/],
    ['an unknown option', ['render', '--values', '-', '--all'], /'--all'/],
    ['no values to render', ['render'], /--values <file...>' not specified/],
    ['no values to check', ['validate'], /--values <file...>' not specified/],
    ['--values without a file', ['render', '--values'], /argument missing/],
    [
      'an unknown format',
      ['render', '--values', '-', '--format', 'xml'],
      /Allowed choices are yaml, json/,
    ],
    [
      'an unknown output',
      ['validate', '--values', '-', '--output', 'xml'],
      /Allowed choices are text, json/,
    ],
    [
      'an argument that nothing takes',
      ['render', '--values', '-', '--', CANARY],
      /too many arguments/,
    ],
    ['nothing to generate', ['generate'], /needs --parameters FILE/],
    ['no output', ['generate', '--parameters', '-'], /--output DIR/],
    ['no parameters', ['generate', '--output', 'out'], /--parameters FILE/],
    [
      'an example into a folder',
      ['generate', '--print-example', '--output', 'out'],
      /cannot be used with option '--output/,
    ],
  ])('ends with 2 for %s', async (_, args, said) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain(CANARY);
  });

  it('shows how it is used, and ends with 2, when nothing is asked', async () => {
    const { code, stdout, stderr } = await cli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: alexandria .*Exit codes: 0 accepted/s);
  });

  it.each<[string[], string]>([
    [['--version'], `${version}\n`],
    [['--help'], 'Exit codes: 0 accepted, 1 rejected'],
    [['render', '--help'], '--set <path=value...>'],
    [['validate', '--help'], '--output <format>'],
    [['generate', '--help'], '--print-example'],
    [['diagnose', '--help'], '--now <time>'],
  ])('answers %j with 0', async (args, said) => {
    expect(await cli(args)).toEqual({
      code: 0,
      stdout: expect.stringContaining(said),
      stderr: '',
    });
  });
});
