import { act, renderHook } from '@testing-library/react';
import { useAsked } from './useAsked';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const rest = () => act(() => jest.advanceTimersByTimeAsync(250));

describe('useAsked', () => {
  it('asks nothing without a question', async () => {
    const ask = jest.fn();
    const { result } = renderHook(() => useAsked(undefined, ask));
    await rest();
    expect(result.current).toEqual({ state: 'none' });
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks once typing rests, and only the last question', async () => {
    const ask = jest.fn(async (question: string) => question.toUpperCase());
    const { result, rerender } = renderHook(
      ({ question }) => useAsked(question, ask),
      { initialProps: { question: 'a' } },
    );
    await rest();
    expect(result.current).toEqual({ state: 'answered', answer: 'A' });
    for (const question of ['ab', 'abc']) {
      rerender({ question });
      expect(result.current).toEqual({ state: 'asking' });
    }
    await rest();
    expect(result.current).toEqual({ state: 'answered', answer: 'ABC' });
    expect(ask.mock.calls.map(([question]) => question)).toEqual(['a', 'abc']);
  });

  it('drops an answer that comes after the next question', async () => {
    const answers: Record<string, (answer: string) => void> = {};
    const signals: AbortSignal[] = [];
    const ask = (question: string, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(resolve => {
        answers[question] = resolve;
      });
    };
    const { result, rerender } = renderHook(
      ({ question }) => useAsked(question, ask),
      { initialProps: { question: 'slow' } },
    );
    await rest();
    rerender({ question: 'quick' });
    await rest();
    await act(async () => answers.quick('Q'));
    await act(async () => answers.slow('S'));
    expect(result.current).toEqual({ state: 'answered', answer: 'Q' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('says why it failed', async () => {
    const { result } = renderHook(() =>
      useAsked('a', async () => {
        throw new Error('no answer');
      }),
    );
    await rest();
    expect(result.current).toEqual({ state: 'failed', reason: 'no answer' });
  });
});
