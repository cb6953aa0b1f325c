import { useEffect, useRef, useState } from 'react';

/** How long typing has to rest before somebody is asked, in milliseconds. */
const REST_MS = 250;

/** What became of a question. */
export type Asked<T> =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'answered'; answer: T }
  | { state: 'failed'; reason: string };

/** Why something failed, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Asks a question again whenever it changes and typing rests. An answer to an earlier question is never shown for a
 * later one.
 *
 * @param question - undefined when there is nothing to ask
 */
export function useAsked<T>(
  question: string | undefined,
  ask: (question: string, signal: AbortSignal) => Promise<T>,
): Asked<T> {
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  const isFirst = useRef(true);
  const [known, setKnown] = useState<{ question: string; asked: Asked<T> }>();

  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (asked: Asked<T>) => {
      if (!controller.signal.aborted) {
        setKnown({ question, asked });
      }
    };
    const timer = setTimeout(
      () => {
        latestAsk.current(question, controller.signal).then(
          answer => settle({ state: 'answered', answer }),
          error => settle({ state: 'failed', reason: reasonOf(error) }),
        );
      },
      isFirst.current ? 0 : REST_MS,
    );
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [question]);

  if (question === undefined) {
    return { state: 'none' };
  }
  return known?.question === question ? known.asked : { state: 'asking' };
}
