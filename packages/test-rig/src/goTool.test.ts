import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheHome } from './cache';
import { describeWithTools } from './describeWithTools';
import { goTool } from './goTool';
import { run } from './run';
import { etcd, kubeApiserver } from './tools';
import { ToolUnavailable } from './ToolUnavailable';

describeWithTools('tools built with Go', ['etcd', 'kube-apiserver'], () => {
  it.each([
    [etcd, 'etcd Version: 3.7.3\n'],
    [kubeApiserver, 'Kubernetes v1.37.2\n'],
  ])('%p has the version of go.mod', async (obtain, expected) => {
    const { stdout } = await run(await obtain(), ['--version']);
    expect(stdout).toContain(expected);
  });
});

describe('goTool', () => {
  const { PATH, XDG_CACHE_HOME } = process.env;
  const options = {
    name: 'kube-apiserver',
    tools: 'kubernetes',
    module: 'k8s.io/kubernetes',
    program: 'k8s.io/kubernetes/cmd/kube-apiserver',
    ldflags: () => '-s -w',
    expectation: 'a while',
  };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'go-tool-test-'));
    process.env.XDG_CACHE_HOME = folder;
    process.env.PATH = folder;
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
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

  it('is unavailable without Go', async () => {
    const error = await goTool(options)
      .obtain()
      .catch(thrown => thrown);
    expect(error).toBeInstanceOf(ToolUnavailable);
    expect(error.message).toBe(
      'kube-apiserver 1.37.2 is unavailable: there is no go on the PATH. ' +
        'Install Go 1.26 or newer, and check that it can fetch modules here',
    );
    expect(readdirSync(cacheHome())).toEqual([]);
  });

  it('refuses a module that go.mod does not require', () => {
    expect(() => goTool({ ...options, module: 'k8s.io/kube' })).toThrow(
      'go.mod requires no version of k8s.io/kube',
    );
  });
});
