import fc from 'fast-check';
import { HintChannels } from './HintChannels';

const MINUTE = 60_000;

/** A time at which channels have just been renamed. */
const START = 1_000 * 15 * MINUTE;

const ref = 'component:default/payments';

let now: number;
const clock = { now: () => now };
const channels = new HintChannels(Buffer.from('a key'), clock);

beforeEach(() => {
  now = START;
});

describe('HintChannels', () => {
  it('is the same for every process that has the key', () => {
    const other = new HintChannels(Buffer.from('a key'), clock);
    expect(other.of(ref)).toBe(channels.of(ref));
  });

  it('is another with another key', () => {
    const other = new HintChannels(Buffer.from('b key'), clock);
    expect(other.of(ref)).not.toBe(channels.of(ref));
  });

  it('does not say whose it is, and is as long for each', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        const [one, other] = [channels.of(a), channels.of(b)];
        expect(one).toMatch(/^alexandria:[\w-]{43}$/);
        expect(other).toHaveLength(one.length);
        expect(other).not.toBe(one);
      }),
    );
  });

  it.each([
    ['the moment that it is told', 0, true],
    ['just before it is renamed', 15 * MINUTE - 1, true],
    ['just before it is given up', 30 * MINUTE - 1, true],
    ['half an hour later', 30 * MINUTE, false],
  ])('is published on at %s', (_, later, isHeard) => {
    const told = channels.of(ref);
    now += later;
    expect(channels.heard(ref).includes(told)).toBe(isHeard);
    expect(channels.heard(ref)).toContain(channels.of(ref));
    expect(channels.heard(ref)).toHaveLength(2);
  });
});
