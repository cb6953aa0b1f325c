import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { compileFunction } from 'node:vm';

interface Loaded {
  exports: unknown;
}

type ModuleFunction = (
  exports: unknown,
  require: (request: string) => unknown,
  module: Loaded,
  filename: string,
  directory: string,
) => void;

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The CommonJS modules below a folder, in this process: loaded once, and anew from one of them upwards when what it does
 * while it is loaded has to happen again. Everything outside the folder is Node's.
 */
export class ModuleGraph {
  private readonly functions = new Map<string, ModuleFunction>();
  private readonly loaded = new Map<string, Loaded>();
  private readonly importers = new Map<string, Set<string>>();
  private readonly outside: NodeJS.Require;

  /**
   * @param folder - holds JavaScript
   * @param origin - a file from whose place packages are looked up
   */
  constructor(private readonly folder: string, origin: string) {
    this.outside = createRequire(origin);
  }

  /** What a module exports, by its path within the folder, without extension. */
  exports<T>(path: string): T {
    return this.load(this.resolve(join(this.folder, path))) as T;
  }

  /** Forgets a module and all that import it, however indirectly. They are loaded again when they are asked for. */
  forget(path: string): void {
    for (const file of this.importing(path)) {
      this.loaded.delete(file);
    }
  }

  /** A module and all that have imported it so far, however indirectly, by path within the folder, without extension. */
  dependents(path: string): ReadonlySet<string> {
    return new Set(
      [...this.importing(path)].map(file =>
        relative(this.folder, file).replace(/\.js$/, ''),
      ),
    );
  }

  private importing(path: string): Set<string> {
    const open = [this.resolve(join(this.folder, path))];
    const seen = new Set(open);
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const importer of this.importers.get(file) ?? []) {
        if (!seen.has(importer)) {
          seen.add(importer);
          open.push(importer);
        }
      }
    }
    return seen;
  }

  private resolve(path: string): string {
    const found = [`${path}.js`, join(path, 'index.js'), path].find(isFile);
    if (found === undefined) {
      throw new Error(`there is no module ${path}`);
    }
    return found;
  }

  private load(file: string): unknown {
    const known = this.loaded.get(file);
    if (known !== undefined) {
      return known.exports;
    }
    const module: Loaded = { exports: {} };
    this.loaded.set(file, module);
    try {
      this.compiled(file)(
        module.exports,
        request => this.import(file, request),
        module,
        file,
        dirname(file),
      );
    } catch (error) {
      this.loaded.delete(file);
      throw error;
    }
    return module.exports;
  }

  private import(from: string, request: string): unknown {
    if (!request.startsWith('.')) {
      return this.outside(request);
    }
    const file = this.resolve(join(dirname(from), request));
    const importers = this.importers.get(file) ?? new Set();
    this.importers.set(file, importers.add(from));
    return this.load(file);
  }

  private compiled(file: string): ModuleFunction {
    const known = this.functions.get(file);
    if (known !== undefined) {
      return known;
    }
    const compiled = compileFunction(
      readFileSync(file, 'utf8'),
      ['exports', 'require', 'module', '__filename', '__dirname'],
      { filename: file },
    ) as ModuleFunction;
    this.functions.set(file, compiled);
    return compiled;
  }
}
