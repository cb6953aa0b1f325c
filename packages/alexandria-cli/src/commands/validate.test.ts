import { CANARY, cli } from '../__testUtils__/cli';

const validate = (values: string, ...args: string[]) =>
  cli(['validate', '--values', '-', ...args], values);

const REJECTED = [
  ['schema', 'service: { port: many }\nsurprise: 1\n', 'service.port surprise'],
  ['several values', 'replicaCount: 2\n', 'replicaCount'],
  [
    'the checklist',
    'checklist: { enforce: true }\n',
    'image.api.tag auth.existingSecret',
  ],
  ['a secret', `auth: { jwtSecret: [${CANARY}] }\n`, 'auth.jwtSecret'],
].map(([rule, values, paths]) => ({ rule, values, paths: paths.split(' ') }));

describe('validate', () => {
  it('accepts, and holds the values against the checklist', async () => {
    const { code, stdout, stderr } = await validate('');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^The values are accepted\./);
    expect(stdout).toContain('[ ] must   images are pinned');
  });

  it('reports what it accepts as JSON', async () => {
    const { code, stdout } = await validate('', '--output', 'json');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ ok: true, issues: [], warnings: [] });
    expect(
      new Set(report.checklist.map(({ state }: { state: string }) => state)),
    ).toEqual(new Set(['satisfied', 'open', 'notApplicable', 'byHand']));
  });

  it.each(REJECTED)(
    'says every reason of $rule, and writes nothing',
    async ({ values, paths }) => {
      const { code, stdout, stderr } = await validate(values);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      for (const path of paths) {
        expect(stderr).toContain(`error: ${path}`);
      }
      expect(stderr).not.toContain(CANARY);
    },
  );

  it.each(REJECTED)(
    'reports the reasons of $rule as JSON',
    async ({ values, paths }) => {
      const { code, stdout, stderr } = await validate(
        values,
        '--output',
        'json',
      );
      expect(code).toBe(1);
      const report = JSON.parse(stdout);
      expect(report).toMatchObject({ ok: false, checklist: [] });
      expect(
        report.issues.map(({ path }: { path: string }) => path).join(' '),
      ).toContain(paths[0]);
      expect(stderr.trim().split('\n')).toHaveLength(report.issues.length);
      expect(stdout + stderr).not.toContain(CANARY);
    },
  );
});
