import type { EvaluationInput } from '@alexandriaproject/backstage-plugin-alexandria-node/evaluate';
import { NamespaceVerdicts } from './NamespaceVerdicts';

const BEGUN = Date.UTC(2026, 0, 1);

const deployment = {
  ...{ apiVersion: 'apps/v1', kind: 'Deployment' },
  metadata: { name: 'a', namespace: 'dev' },
};

describe('NamespaceVerdicts', () => {
  let now: number;
  let worked: number;
  let expected: object[];
  let said: NamespaceVerdicts;
  beforeEach(() => {
    now = BEGUN;
    worked = 0;
    expected = [];
    const inputOf = (): EvaluationInput => {
      worked += 1;
      return { objects: [deployment], now: new Date(now) };
    };
    said = new NamespaceVerdicts({
      ...{ inputOf, expectedIn: () => expected, rules: [] },
      ...{ clock: { now: () => now }, clockOffset: () => 3_000 },
    });
  });

  it('works out for the first who asks, in full and in short, and anew after ten seconds', () => {
    expect(said.saidInShort('dev')).toBeUndefined();
    const [verdict] = said.of('dev');
    expect(said.of('dev')).toEqual([verdict]);
    const [short] = said.saidInShort('dev')!;
    expect(short).toMatchObject({ name: 'a', health: verdict.health });
    expect(said.inShort('dev')).toEqual([short]);
    expect(worked).toBe(1);
    now += 10_000;
    said.of('dev');
    expect(worked).toBe(2);
  });

  it('has what was said in short for longer, until something changes or something else is expected', () => {
    said.inShort('dev');
    now += 50_000;
    expect(said.isDue('dev')).toBe(false);
    expect(said.saidInShort('dev')).toHaveLength(1);
    expected = [{}];
    expect(said.saidInShort('dev')).toBeUndefined();
    expected = [];
    said.forget('dev');
    expect(said.saidInShort('dev')).toBeUndefined();
    said.inShort('dev');
    said.forgetAll();
    expect(said.isDue('dev')).toBe(true);
    expect(worked).toBe(2);
  });

  it('says by our clock when it was observed', () => {
    expect(Date.parse(said.of('dev')[0].observedAt)).toBe(BEGUN - 3_000);
  });
});
