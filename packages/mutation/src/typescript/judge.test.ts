/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { Check } from './checks';
import { judgeBy } from './judge';
import { ModuleGraph } from './ModuleGraph';

/** As the instrumenter writes it, in short. */
const instrumented = `
const ns = globalThis.__stryker__;
const active = id => ns.activeMutant === id;
function cover(id) {
  const all = (ns.mutantCoverage ??= { static: {}, perTest: {} });
  const mine = ns.currentTestId
    ? (all.perTest[ns.currentTestId] ??= {})
    : all.static;
  mine[id] = 1;
}
exports.text = active('1') ? '' : (cover('1'), 'a');
exports.double = n => (active('2') ? n + 2 : (cover('2'), n * 2));
exports.never = () => (active('3') ? 1 : (cover('3'), 0));
`;

const mutant = (id: string) => ({
  id,
  file: 'src/it.ts',
  line: 1,
  mutator: 'x',
  original: 'x',
  replacement: 'y',
  context: 'x',
});

interface It {
  text: string;
  double(n: number): number;
}

describe('judgeBy', () => {
  let folder: string;
  let graph: ModuleGraph;
  const it_ = () => graph.exports<It>('it');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'judge-'));
    writeFileSync(join(folder, 'it.js'), instrumented);
    // Modules of a graph have Node's own global object, which is not jest's.
    Object.assign(runInThisContext('globalThis'), {
      __stryker__: Reflect.get(globalThis, '__stryker__'),
    });
    graph = new ModuleGraph(folder, __filename);
    graph.exports('it');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const checks: Check[] = [
    { name: 'slow', slow: true, holds: () => it_().double(3) === 6 },
    { name: 'two', holds: () => it_().double(2) === 4 },
    {
      name: 'throws',
      holds: async () => {
        if (it_().text !== 'a') {
          throw new Error('not a');
        }
        return true;
      },
    },
  ];

  it.each([
    ['while a module is loaded', '1', 'throws'],
    ['in a function, seen by the slow one alone', '2', 'slow'],
    ['that no check reaches', '3', undefined],
  ])('says who notices a mutant %s', async (_, id, expected) => {
    const judge = await judgeBy(checks, graph);
    expect(await judge.killer(mutant(id))).toBe(expected);
    expect(await judge.killer(mutant(id))).toBe(expected);
    expect([it_().text, it_().double(3)]).toEqual(['a', 6]);
  });

  it('begins with what holds', async () => {
    await expect(
      judgeBy([{ name: 'wrong', holds: () => false }], graph),
    ).rejects.toThrow('without any mutant, this does not hold: wrong');
  });
});
