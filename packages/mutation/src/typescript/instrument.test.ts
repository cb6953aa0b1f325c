/** @jest-environment node */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SwitchedMutant } from './instrument';

const program = `
  const { instrument } = require(${JSON.stringify(
    require.resolve('./instrument'),
  )});
  instrument(new Map([['a.ts', process.argv[1]]])).then(
    ({ mutants }) => process.stdout.write(JSON.stringify(mutants)),
  );
`;

/** In a process of its own: Stryker's instrumenter cannot be loaded inside jest. */
async function mutantsOf(source: string): Promise<SwitchedMutant[]> {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--require', transform, '--eval', program, source],
  ]);
  return JSON.parse(stdout);
}

describe('instrument', () => {
  it('says of each mutant where it stands and what it changes', async () => {
    const mutants = await mutantsOf(
      "export const a = (b: unknown) =>\n  b === 1\n    ? 'x'\n    : [b as string];\n",
    );
    expect(
      mutants.map(({ line, original, replacement }) => [
        line,
        original,
        replacement,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [1, "(b: unknown) => b === 1 ? 'x' : [b as string]", '() => undefined'],
        [2, 'b === 1', 'true'],
        [2, 'b === 1', 'false'],
        [2, 'b === 1', 'b !== 1'],
        [3, "'x'", '""'],
        [4, '[b as string]', '[]'],
      ]),
    );
    expect(mutants).toHaveLength(6);
    expect(mutants.map(({ context }) => context)).toContain("b === 1 ? 'x'");
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(6);
  });

  it('finds nothing to change in types', async () => {
    expect(await mutantsOf('export type A = "x" | 1;\n')).toEqual([]);
  });
});
