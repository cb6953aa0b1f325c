import { chromiumSource } from './chromium';
import { describeWithTools } from './describeWithTools';
import { nginxSource } from './nginx';
import { postgresSource } from './postgres';
import { ToolUnavailable } from './ToolUnavailable';

const before = process.env.CHROMIUM;

afterEach(() => {
  process.env.CHROMIUM = before;
  if (before === undefined) {
    delete process.env.CHROMIUM;
  }
});

const names = ['chromium', 'nginx', 'postgres'] as const;

describeWithTools('tools of this machine', [...names], () => {
  it.each([chromiumSource, nginxSource, postgresSource])(
    'has $name',
    async source => {
      const { version } = await source.obtain();
      expect(version).toMatch(/^\d+\.\d+/);
    },
  );
});

describe('a tool of the machine', () => {
  it.each([
    ['/no/such/chromium', 'there is no /no/such/chromium'],
    [process.execPath.replace(/[^/]+$/, ''), 'EACCES'],
    [
      process.execPath,
      `--version ended with 0 and said "${process.version}\\n"`,
    ],
  ])('is unavailable when its variable names %s', async (path, reason) => {
    process.env.CHROMIUM = path;
    const error = await chromiumSource.obtain().catch(thrown => thrown);
    expect(error).toBeInstanceOf(ToolUnavailable);
    expect(error.reason).toContain(reason);
    expect(error.remedy).toBe(
      'Install the Debian package chromium, or name a program in the environment variable CHROMIUM',
    );
  });
});
