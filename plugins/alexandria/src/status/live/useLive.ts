import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import {
  HINTED_POLL_MS,
  LiveQuestion,
  POLL_MS,
  type Live,
} from './LiveQuestion';

/** What is known of a question, and the way to ask it at once. */
export type Watched<T> = Live<T> & { askNow: () => void };

/**
 * Asks a question while the component is there: from time to time, and when a hint comes on a channel.
 *
 * @param ask - another function is another question; nothing is kept of the one before
 * @param channelOf - where the portal tells that the answer may have changed, as the answer says; without one, or without
 * signals in the portal, the question is asked more often
 */
export function useLive<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  channelOf: (answer: T) => string | undefined = () => undefined,
): Watched<T> {
  const question = useMemo(() => new LiveQuestion(ask), [ask]);
  const known = useSyncExternalStore(question.subscribe, () => question.known);
  const channel =
    known.answer === undefined ? undefined : channelOf(known.answer);
  const signals = useApiHolder().get(signalApiRef);

  useEffect(() => {
    if (channel === undefined || signals === undefined) {
      question.setInterval(POLL_MS);
      return undefined;
    }
    question.setInterval(HINTED_POLL_MS);
    const subscriber = signals.subscribe(channel, question.askSoon);
    return () => subscriber.unsubscribe();
  }, [channel, signals, question]);

  return useMemo(
    () => ({ ...known, askNow: question.askSoon }),
    [known, question],
  );
}
