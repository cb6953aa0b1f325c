import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { run } from '@alexandriaproject/test-rig';
import type { SwitchedMutant } from './instrument';
import { manifestsFolder, Sandbox } from './Sandbox';

/** Tests beside the sources. Those that ask real tools, or come to nothing in another folder, take no part. */
const besideSources =
  /^src\/(objects|values|checklist|kustomize|instance)\/|^src\/[^/]+$/;
const leftOut = ['src/kustomize/renderKustomize.test.js'];

/** For one mutant, which may loop, and for all tests once. */
const LIMIT_MS = 120_000;
const ALL_LIMIT_MS = 600_000;

/** Writes, after each test file, which mutants it reached. */
const afterEachFile = `
const { createHash } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
afterAll(() => {
  const folder = process.env.MUTATION_REACHED;
  const { testPath } = expect.getState();
  const { mutantCoverage = { static: {} } } = globalThis.__stryker__ ?? {};
  if (folder) {
    const name = createHash('sha256').update(testPath).digest('hex');
    const mutants = Object.keys(mutantCoverage.static);
    writeFileSync(join(folder, name), JSON.stringify({ testPath, mutants }));
  }
});
`;

/** The unit tests of a sandbox, each of which is run only for the mutants that it reaches. */
export class UnitTests {
  private constructor(
    private readonly sandbox: Sandbox,
    private readonly config: string,
    private readonly signal: AbortSignal,
    private readonly reached: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /**
   * Runs them all once.
   *
   * @throws Error when one fails without any mutant
   */
  static async of(sandbox: Sandbox, signal: AbortSignal): Promise<UnitTests> {
    const { folder } = sandbox;
    const setup = join(folder, 'afterEachFile.js');
    const config = join(folder, 'jest.config.json');
    const reached = join(folder, 'reached');
    mkdirSync(reached);
    writeFileSync(setup, afterEachFile);
    writeFileSync(
      config,
      JSON.stringify({
        rootDir: folder,
        testEnvironment: 'node',
        moduleFileExtensions: ['js', 'ts', 'json'],
        modulePaths: [join(manifestsFolder, '../../node_modules')],
        transform: {
          '\\.ts$': [
            require.resolve('@backstage/cli/config/jestSwcTransform'),
            { jsc: { parser: { syntax: 'typescript' } } },
          ],
        },
        transformIgnorePatterns: ['/node_modules/'],
        setupFilesAfterEnv: [setup],
      }),
    );
    const files = sandbox.tests
      .filter(path => besideSources.test(path) && !leftOut.includes(path))
      .map(path => join(folder, path));
    const tests = new UnitTests(sandbox, config, signal, new Map());
    const failed = await tests.failing(
      files,
      { MUTATION_REACHED: reached },
      ALL_LIMIT_MS,
    );
    if (failed !== undefined) {
      throw new Error(`without any mutant, this fails: ${failed}`);
    }
    const byFile = readdirSync(reached).map(
      (name): [string, ReadonlySet<string>] => {
        const { testPath, mutants } = JSON.parse(
          readFileSync(join(reached, name), 'utf8'),
        );
        return [testPath, new Set(mutants)];
      },
    );
    return new UnitTests(sandbox, config, signal, new Map(byFile));
  }

  /** The test file that notices a mutant, by path; undefined when none does. */
  async killer(mutant: SwitchedMutant): Promise<string | undefined> {
    const directory = join(this.sandbox.folder, dirname(mutant.file));
    const nearness = (path: string) =>
      relative(directory, path).split('/').length;
    const files = [...this.reached]
      .filter(([, mutants]) => mutants.has(mutant.id))
      .map(([path]) => path)
      .sort((a, b) => nearness(a) - nearness(b));
    return files.length === 0
      ? undefined
      : this.failing(files, { __STRYKER_ACTIVE_MUTANT__: mutant.id });
  }

  private async failing(
    files: string[],
    env: Record<string, string>,
    timeoutMs = LIMIT_MS,
  ): Promise<string | undefined> {
    const jest = require.resolve('jest/bin/jest');
    const { folder } = this.sandbox;
    const { code, stderr } = await run(
      process.execPath,
      [
        ...[jest, '--config', this.config, '--runInBand', '--bail'],
        ...['--runTestsByPath', ...files],
      ],
      {
        cwd: folder,
        timeoutMs,
        signal: this.signal,
        env: {
          ...env,
          NODE_ENV: 'test',
          NODE_OPTIONS:
            '--experimental-vm-modules --disable-warning=ExperimentalWarning',
        },
      },
    );
    if (code === 0) {
      return undefined;
    }
    const [, path] = /^FAIL (\S+)/m.exec(stderr) ?? [];
    if (path === undefined) {
      throw new Error(`jest ended with ${code}: ${stderr}`);
    }
    return path.replace(/\.js$/, '.ts');
  }
}
