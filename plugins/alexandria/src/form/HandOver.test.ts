import { HandOver } from './HandOver';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function create() {
  const taken: string[] = [];
  return { taken, handOver: new HandOver<string>(value => taken.push(value)) };
}

const paint = () => jest.advanceTimersByTime(20);

describe('HandOver', () => {
  it('hands on the latest value after a frame', () => {
    const { taken, handOver } = create();
    handOver.later('a');
    handOver.later('ab');
    expect({ taken, waits: handOver.isWaiting }).toEqual({
      taken: [],
      waits: true,
    });
    paint();
    expect({ taken, waits: handOver.isWaiting }).toEqual({
      taken: ['ab'],
      waits: false,
    });
    handOver.later('abc');
    paint();
    expect(taken).toEqual(['ab', 'abc']);
  });

  it.each<[string, (handOver: HandOver<string>) => void, string[]]>([
    ['flush', handOver => handOver.flush(), ['a']],
    ['now', handOver => handOver.now('b'), ['b']],
  ])('hands on at once with %s, and only once', (_, act, expected) => {
    const { taken, handOver } = create();
    handOver.later('a');
    act(handOver);
    expect(taken).toEqual(expected);
    paint();
    expect(taken).toEqual(expected);
  });

  it('has nothing to flush when nothing waits', () => {
    const { taken, handOver } = create();
    handOver.flush();
    expect(taken).toEqual([]);
  });
});
