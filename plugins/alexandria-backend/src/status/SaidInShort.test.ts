import type { VerdictInShort } from '../fleet/verdictInShort';
import { SaidInShort } from './SaidInShort';

const verdicts: VerdictInShort[] = [
  {
    ...{ namespace: 'dev', name: 'a', health: 'Healthy', stale: false },
    ...{ secrets: { needed: 0, troubled: 0, unknown: 0 }, findings: [] },
  },
];

const asked = { name: 'a' };

describe('SaidInShort', () => {
  let now: number;
  let said: SaidInShort;
  beforeEach(() => {
    now = Date.UTC(2026, 0, 1);
    said = new SaidInShort({ now: () => now });
    said.keep('dev', [asked], verdicts);
  });

  it.each([
    [0, false, true],
    [59, false, true],
    [60, true, true],
    [299, true, true],
    [300, true, false],
  ])('is after %i s due: %p, and good: %p', (seconds, due, isGood) => {
    now += seconds * 1_000;
    expect(said.isDue('dev', [asked])).toBe(due);
    expect(said.of('dev', [asked])).toBe(isGood ? verdicts : undefined);
  });

  it.each<[string, object[]]>([
    ['nothing', []],
    ['something else', [{ name: 'a' }]],
    ['more', [asked, {}]],
  ])('is good no more where %s is expected now', (_, expected) => {
    expect(said.of('dev', expected)).toBeUndefined();
    expect(said.isDue('dev', expected)).toBe(true);
  });

  it('is forgotten of one namespace, or of all', () => {
    said.keep('prod', [], verdicts);
    said.forget('dev');
    expect(said.of('dev', [asked])).toBeUndefined();
    expect(said.of('prod', [])).toBe(verdicts);
    said.forgetAll();
    expect(said.of('prod', [])).toBeUndefined();
  });
});
