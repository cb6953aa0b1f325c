import { useEffect, useRef, useState } from 'react';
import { useLatest } from './useLatest';

/** A field that says that it is wrong, as the components of Backstage mark it. */
const WRONG = '[data-invalid="true"] :is(input, button)';

/**
 * Counts how often somebody tried to go on from a page, and takes them to the first field that is wrong.
 *
 * The form around the page is the scaffolder's, which tells a field nothing of it; so its `submit` is listened to. An
 * attempt that must fail ends here: the fields say better what is wrong than the list of JSON Schema messages that the
 * scaffolder would put above them.
 *
 * @param mustFail - whether an answer up to this page is not accepted
 */
export function useAttempts(mustFail: () => boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);
  const latestMustFail = useLatest(mustFail);

  useEffect(() => {
    const form = ref.current?.closest('form');
    const attempt = (event: Event) => {
      setAttempts(before => before + 1);
      if (latestMustFail.current()) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    form?.addEventListener('submit', attempt);
    return () => form?.removeEventListener('submit', attempt);
  }, [latestMustFail]);

  useEffect(() => {
    if (attempts === 0) {
      return undefined;
    }
    // Once the problems are on the screen.
    const frame = requestAnimationFrame(() =>
      ref.current?.querySelector<HTMLElement>(WRONG)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [attempts]);

  return { ref, attempts };
}
