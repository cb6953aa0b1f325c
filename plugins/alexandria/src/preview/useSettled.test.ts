import { act, renderHook } from '@testing-library/react';
import { useSettled } from './useSettled';

describe('useSettled', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms));

  it('takes a value on when it has stopped changing', () => {
    const { result, rerender } = renderHook(value => useSettled(value, 100), {
      initialProps: 'a',
    });
    expect(result.current).toBe('a');
    rerender('b');
    wait(99);
    rerender('c');
    wait(99);
    expect(result.current).toBe('a');
    wait(1);
    expect(result.current).toBe('c');
  });

  it('leaves nothing running behind', () => {
    const { unmount, rerender } = renderHook(value => useSettled(value, 100), {
      initialProps: 'a',
    });
    rerender('b');
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps functions as they are', () => {
    const value = jest.fn();
    const { result } = renderHook(() => useSettled(value, 100));
    wait(100);
    expect(result.current).toBe(value);
    expect(value).not.toHaveBeenCalled();
  });
});
