/** @jest-environment node */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheHome } from './cache';
import { describeWithTools } from './describeWithTools';
import { openApi, openApiSources } from './openApi';
import { kubeApiserver } from './tools';
import { ToolUnavailable } from './ToolUnavailable';

describeWithTools(
  'openApi',
  ['openapi-oldest', 'openapi-newest', 'kube-apiserver'],
  () => {
    it.each([
      ['oldest', '1.30.14'],
      ['newest', '1.37.2'],
    ] as const)('of the %s release is that of %s', async (which, version) => {
      const found = await openApi(which);
      expect(found.version).toBe(version);
      expect(openApiSources[which].find()).toEqual(found);
      expect(dirname(dirname(found.path))).toBe(cacheHome());
      const { definitions } = JSON.parse(readFileSync(found.path, 'utf8'));
      expect(Object.keys(definitions)).toContain('io.k8s.api.core.v1.Pod');
      const { properties } = definitions['io.k8s.api.core.v1.PodSpec'];
      // Pods have resources of their own since 1.32.
      expect('resources' in properties).toBe(which === 'newest');
    });

    it('is, of the newest, what the API server was built from', async () => {
      expect((await openApi('newest')).version).toBe(
        (await kubeApiserver()).version,
      );
    });
  },
);

describe('openApi without Go', () => {
  const { PATH, XDG_CACHE_HOME } = process.env;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openapi-test-'));
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

  it('is unavailable, and nothing is kept', async () => {
    const error = await openApi('oldest').catch(thrown => thrown);
    expect(error).toBeInstanceOf(ToolUnavailable);
    expect(error.message).toMatch(
      /^the OpenAPI of Kubernetes 1\.30\.14 is unavailable: there is no go on the PATH\. Install Go/,
    );
    expect(readdirSync(cacheHome())).toEqual([]);
  });
});
