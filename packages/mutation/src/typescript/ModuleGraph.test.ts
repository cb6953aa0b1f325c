/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleGraph } from './ModuleGraph';

describe('ModuleGraph', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modules-'));
    const files = {
      'leaf.js': 'exports.made = {};',
      'middle.js': "exports.leaf = require('./leaf').made; exports.made = {};",
      'index.js':
        "exports.middle = require('./middle').made; exports.path = require('node:path');",
      'beside.js': 'exports.made = {};',
      'broken.js': "throw new Error('not now');",
    };
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
    }
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const graphOf = () => new ModuleGraph(folder, __filename);

  it('loads each module once', () => {
    const graph = graphOf();
    expect(graph.exports('middle')).toBe(graph.exports('middle'));
    expect(graph.exports<{ leaf: object }>('middle').leaf).toBe(
      graph.exports<{ made: object }>('leaf').made,
    );
  });

  it('takes a folder for its index, and packages from Node', () => {
    expect(graphOf().exports<{ path: unknown }>('.').path).toBe(
      require('node:path'),
    );
  });

  it('loads a module and what imports it again, and nothing else', () => {
    const graph = graphOf();
    const before = ['leaf', 'middle', 'index', 'beside'].map(path =>
      graph.exports(path),
    );
    graph.forget('middle');
    const after = ['leaf', 'middle', 'index', 'beside'].map(path =>
      graph.exports(path),
    );
    expect(after.map((each, index) => each === before[index])).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('knows what has imported a module', () => {
    const graph = graphOf();
    graph.exports('index');
    graph.exports('beside');
    expect([...graph.dependents('leaf')].sort()).toEqual([
      'index',
      'leaf',
      'middle',
    ]);
  });

  it('tries a module that failed again', () => {
    const graph = graphOf();
    expect(() => graph.exports('broken')).toThrow('not now');
    expect(() => graph.exports('broken')).toThrow('not now');
    expect(() => graph.exports('missing')).toThrow('there is no module');
  });
});
