/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { CHART } from './__testUtils__/helmTemplate';
import { ciFiles } from './__testUtils__/ciCases';

const files = ciFiles.map(file => ({ name: basename(file), file }));

describe('the values of continuous integration', () => {
  it.each(files)('say what they cover: $name', ({ file }) => {
    expect(readFileSync(file, 'utf8')).toMatch(/^# Covers .+\.\n(?!#)/);
  });
});

describeWithTools('helm lint --strict', ['helm-3', 'helm-4'], () => {
  describe.each([3, 4] as const)('of Helm %s', major => {
    it.each(files)('finds nothing with $name', async ({ file }) => {
      // Standard error is left aside: lint puts a default back that null deleted, notes the guard that this breaks, and
      // goes on. That the values render is what objects.test.ts says.
      const { code, stdout } = await run(await helm(major), [
        ...['lint', CHART, '--strict', '--quiet'],
        ...['--namespace', 'alexandria', '--values', file],
      ]);
      expect({ code, stdout: stdout.trim() }).toEqual({ code: 0, stdout: '' });
    });
  });
});
