import { chromiumSource } from './chromium';
import { describeWithTools } from './describeWithTools';
import { ToolUnavailable } from './ToolUnavailable';

const before = process.env.CHROMIUM;

afterEach(() => {
  process.env.CHROMIUM = before;
  if (before === undefined) {
    delete process.env.CHROMIUM;
  }
});

describeWithTools('chromium on this machine', ['chromium'], () => {
  it('has a version', async () => {
    const { version } = await chromiumSource.obtain();
    expect(version).toMatch(/^\d+\.\d+/);
  });
});

describe('chromium', () => {
  it.each([
    ['/no/such/chromium', 'there is no /no/such/chromium'],
    [process.execPath.replace(/[^/]+$/, ''), 'EACCES'],
    [
      process.execPath,
      `--version ended with 0 and said "${process.version}\\n"`,
    ],
  ])('is unavailable when CHROMIUM is %s', async (path, reason) => {
    process.env.CHROMIUM = path;
    const error = await chromiumSource.obtain().catch(thrown => thrown);
    expect(error).toBeInstanceOf(ToolUnavailable);
    expect(error.reason).toContain(reason);
    expect(error.remedy).toContain('Debian package chromium');
  });
});
