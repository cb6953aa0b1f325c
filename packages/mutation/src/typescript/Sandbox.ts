import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import ts from 'typescript';
import { instrument, SwitchedMutant } from './instrument';

/** The package whose sources are mutated. */
export const manifestsFolder = dirname(
  require.resolve('@alexandriaproject/alexandria-manifests/package.json'),
);

/** What is mutated of it: the renderer, the guards and the rules beside them. */
const mutatedPaths = [
  'src/objects/',
  'src/kustomize/',
  'src/values/guards/',
  'src/values/facts.ts',
  'src/values/gitopsIssues.ts',
  'src/values/reserved.ts',
  'src/values/warnings.ts',
  'src/checklist/',
  'src/assumptions.ts',
];

/** Whether a file of the package, by its path within it, is mutated. */
export function isMutated(path: string): boolean {
  return (
    mutatedPaths.some(start => path.startsWith(start)) &&
    !path.endsWith('.test.ts') &&
    !path.includes('/__testUtils__/')
  );
}

function toJavaScript(fileName: string, source: string): string {
  return ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  }).outputText;
}

/** The package as JavaScript, with every mutant in it. */
export interface Sandbox {
  folder: string;
  mutants: SwitchedMutant[];
  /** Its test files, by path within `folder`. */
  tests: string[];
  remove(): void;
}

/**
 * Builds the package into a temporary folder of the same layout.
 *
 * @param wanted - which of its files are mutated, by path
 */
export async function buildSandbox(
  wanted: (path: string) => boolean = isMutated,
): Promise<Sandbox> {
  const files = readdirSync(join(manifestsFolder, 'src'), { recursive: true })
    .map(path => `src/${String(path).split(sep).join('/')}`)
    .filter(path => path.endsWith('.ts'))
    .sort();
  const sources = new Map(
    files.map(path => [
      path,
      readFileSync(join(manifestsFolder, path), 'utf8'),
    ]),
  );
  const { sources: instrumented, mutants } = await instrument(
    new Map([...sources].filter(([path]) => wanted(path))),
  );
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  const built = (path: string) => path.replace(/\.ts$/, '.js');
  for (const [path, source] of sources) {
    const target = join(folder, built(path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, toJavaScript(path, instrumented.get(path) ?? source));
  }
  symlinkSync(join(manifestsFolder, 'chart'), join(folder, 'chart'));
  symlinkSync(
    join(manifestsFolder, 'package.json'),
    join(folder, 'package.json'),
  );
  return {
    folder,
    mutants,
    tests: files.filter(path => path.endsWith('.test.ts')).map(built),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
