import {
  hostileTexts,
  prototypeIsClean,
  refusedDocuments,
  Tally,
} from '@alexandriaproject/test-rig';
import { existsSync } from 'node:fs';
import { cli, CANARY, useFolder } from './__testUtils__/cli';

// Each test gives a command a whole table.
jest.setTimeout(60_000);

const tally = new Tally('command line');
const folder = useFolder();
afterAll(() => tally.print());

async function attempt(args: string[], stdin?: string): Promise<number> {
  const { code, stderr } = await cli(args, stdin);
  tally.count(code === 0 ? 'accepted' : 'refused');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).not.toContain(CANARY);
  expect(stderr.length).toBeLessThan(400_000);
  return code;
}

describe('hostile input of the command line', () => {
  it.each(Object.entries(refusedDocuments))(
    'refuses values and answers with %s',
    async (_, text) => {
      const file = folder.file('values.yaml', text);
      for (const command of ['render', 'validate']) {
        const code = await attempt([command, '--values', file]);
        expect(code).toBeGreaterThan(0);
      }
      const output = folder.path('output');
      const code = await attempt([
        ...['generate', '--parameters', file, '--output', output],
      ]);
      expect(code).toBeGreaterThan(0);
      expect(existsSync(output)).toBe(false);
    },
  );

  it.each(['--set', '--release', '--namespace'])(
    'takes text for %s as text or not at all',
    async option => {
      const canary = folder.path('canary');
      const values = folder.file('values.yaml', `auth: {jwtSecret: ${CANARY}}`);
      for (const text of Object.values(hostileTexts(canary))) {
        const given = option === '--set' ? `commonLabels.a=${text}` : text;
        await attempt(['render', '--values', values, `${option}=${given}`]);
      }
      expect(existsSync(canary)).toBe(false);
      expect(prototypeIsClean()).toBe(true);
    },
  );
});
