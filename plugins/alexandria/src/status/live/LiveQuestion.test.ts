import { HINTED_POLL_MS, LiveQuestion, POLL_MS } from './LiveQuestion';

function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: isHidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}
const hide = () => setHidden(true);
const show = () => setHidden(false);

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  show();
  jest.useRealTimers();
});

/** A question whose answers are given by hand, in the order in which they were asked for. */
function byHand() {
  const requests: {
    signal: AbortSignal;
    answer: (answer: object) => void;
    fail: (error: Error) => void;
  }[] = [];
  const question = new LiveQuestion(
    signal =>
      new Promise<object>((answer, fail) => {
        requests.push({ signal, answer, fail });
      }),
  );
  const settle = () => jest.advanceTimersByTimeAsync(0);
  return {
    question,
    requests,
    answer: async (answer: object) => {
      requests[requests.length - 1].answer(answer);
      await settle();
    },
    fail: async () => {
      requests[requests.length - 1].fail(new Error('no answer'));
      await settle();
    },
  };
}

const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

describe('LiveQuestion', () => {
  it('asks nothing until somebody listens, and then at once', () => {
    const { question, requests } = byHand();
    question.askSoon();
    expect(requests).toHaveLength(0);
    question.subscribe(() => {});
    expect(requests).toHaveLength(1);
  });

  it('asks again some time after each answer, and never twice at once', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    await pass(10 * POLL_MS);
    expect(requests).toHaveLength(1);
    await answer({ a: 1 });
    await pass(POLL_MS - 1);
    expect(requests).toHaveLength(1);
    await pass(1);
    expect(requests).toHaveLength(2);
  });

  it('asks less often when hints are to come', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    question.setInterval(HINTED_POLL_MS);
    await answer({});
    await pass(HINTED_POLL_MS - 1);
    expect(requests).toHaveLength(1);
    await pass(1);
    expect(requests).toHaveLength(2);
  });

  it('asks at once on a hint, and not again for the time that was left', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    await answer({});
    question.askSoon();
    expect(requests).toHaveLength(2);
    await pass(POLL_MS);
    expect(requests).toHaveLength(2);
  });

  it('asks once more after a request during which hints came', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    question.askSoon();
    question.askSoon();
    expect(requests).toHaveLength(1);
    await answer({});
    expect(requests).toHaveLength(2);
    await answer({});
    expect(requests).toHaveLength(2);
  });

  it('asks nothing while the page is hidden, and catches up when it is shown', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    await answer({});
    hide();
    question.askSoon();
    await pass(100 * POLL_MS);
    expect(requests).toHaveLength(1);
    show();
    expect(requests).toHaveLength(2);
  });

  it('asks nothing when the answer comes to a hidden page', async () => {
    const { question, requests, answer } = byHand();
    question.subscribe(() => {});
    question.askSoon();
    hide();
    await answer({});
    await pass(100 * POLL_MS);
    expect(requests).toHaveLength(1);
  });

  it('begins when a page is shown that was opened in the background', () => {
    const { question, requests } = byHand();
    hide();
    question.subscribe(() => {});
    expect(requests).toHaveLength(0);
    show();
    expect(requests).toHaveLength(1);
  });

  it('asks at once when the network is back', async () => {
    const { question, requests, fail } = byHand();
    question.subscribe(() => {});
    await fail();
    window.dispatchEvent(new Event('online'));
    expect(requests).toHaveLength(2);
  });

  it('keeps the last answer when it fails, and pauses longer each time, up to a minute', async () => {
    const { question, requests, answer, fail } = byHand();
    question.subscribe(() => {});
    await answer({ a: 1 });
    const { answeredAt } = question.known;
    await pass(POLL_MS);
    const pauses: number[] = [];
    for (let i = 0; i < 5; i++) {
      await fail();
      expect(question.known).toEqual({
        answer: { a: 1 },
        answeredAt,
        error: new Error('no answer'),
      });
      const asked = requests.length;
      const from = Date.now();
      while (requests.length === asked) {
        await pass(1_000);
      }
      pauses.push(Date.now() - from);
    }
    expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
    await answer({ a: 2 });
    expect(question.known.error).toBeUndefined();
    await pass(POLL_MS);
    expect(requests).toHaveLength(8);
  });

  it('ends the request and everything else with the last listener', async () => {
    const { question, requests, answer } = byHand();
    const told = jest.fn();
    const stop = question.subscribe(told);
    stop();
    expect(requests[0].signal.aborted).toBe(true);
    await answer({});
    show();
    window.dispatchEvent(new Event('online'));
    await pass(100 * POLL_MS);
    expect(requests).toHaveLength(1);
    expect(told).not.toHaveBeenCalled();
  });

  it('asks anew for a listener that comes later', () => {
    const { question, requests } = byHand();
    question.subscribe(() => {})();
    question.subscribe(() => {});
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('gives an answer that says the same as the same object', async () => {
    const { question, answer } = byHand();
    question.subscribe(() => {});
    await answer({ a: [1] });
    const before = question.known.answer;
    question.askSoon();
    await answer({ a: [1] });
    expect(question.known.answer).toBe(before);
    question.askSoon();
    await answer({ a: [2] });
    expect(question.known.answer).toEqual({ a: [2] });
  });
});
