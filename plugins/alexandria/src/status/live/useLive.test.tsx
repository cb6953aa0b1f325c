import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { HINTED_POLL_MS, POLL_MS } from './LiveQuestion';
import { useLive } from './useLive';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (milliseconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(milliseconds));

/** Signals of which a test sends what it likes. */
class FakeSignals implements SignalApi {
  readonly listeners = new Map<string, () => void>();

  subscribe<T extends JsonObject>(
    channel: string,
    onMessage: (message: T) => void,
  ) {
    this.listeners.set(channel, onMessage as () => void);
    return { unsubscribe: () => this.listeners.delete(channel) };
  }
}

const channelOf = ({ channel }: { channel?: string }) => channel;

describe('useLive', () => {
  it('asks again when a hint comes on the channel of the answer', async () => {
    const api = new FakeSignals();
    const ask = jest.fn(async () => ({ channel: 'c' }));
    const { result, unmount } = renderHook(() => useLive(ask, channelOf), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[signalApiRef, api]]}>
          {children}
        </TestApiProvider>
      ),
    });
    expect(result.current.answer).toBeUndefined();
    await pass(0);
    expect(result.current.answer).toEqual({ channel: 'c' });
    api.listeners.get('c')!();
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(2);
    await pass(HINTED_POLL_MS - 1);
    expect(ask).toHaveBeenCalledTimes(2);
    await pass(1);
    expect(ask).toHaveBeenCalledTimes(3);
    unmount();
    expect([...api.listeners]).toEqual([]);
  });

  it.each([
    ['without signals in the portal', [], { channel: 'c' }],
    ['without a channel', [[signalApiRef, new FakeSignals()]] as const, {}],
  ])('asks more often %s', async (_name, apis, answer) => {
    const ask = jest.fn(async (): Promise<{ channel?: string }> => answer);
    renderHook(() => useLive(ask, channelOf), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[...apis]}>{children}</TestApiProvider>
      ),
    });
    await pass(0);
    await pass(POLL_MS);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('forgets the answer to another question', async () => {
    const asks = {
      a: async () => ({ of: 'a' }),
      b: () => new Promise<{ of: string }>(() => {}),
    };
    const { result, rerender } = renderHook(
      ({ which }: { which: 'a' | 'b' }) => useLive(asks[which]),
      {
        initialProps: { which: 'a' },
        wrapper: ({ children }: { children: ReactNode }) => (
          <TestApiProvider apis={[]}>{children}</TestApiProvider>
        ),
      },
    );
    await pass(0);
    expect(result.current.answer).toEqual({ of: 'a' });
    rerender({ which: 'b' });
    expect(result.current.answer).toBeUndefined();
  });
});
