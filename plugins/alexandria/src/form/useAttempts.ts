import { useEffect, useRef, useState } from 'react';

/**
 * Counts how often somebody tried to go on from a page, and takes them to the first field that is wrong.
 *
 * The form around the page is the scaffolder's, which tells a field nothing of it; so its `submit` is listened to.
 */
export function useAttempts() {
  const ref = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);

  useEffect(() => {
    const form = ref.current?.closest('form');
    const count = () => setAttempts(before => before + 1);
    form?.addEventListener('submit', count);
    return () => form?.removeEventListener('submit', count);
  }, []);

  useEffect(() => {
    if (attempts === 0) {
      return undefined;
    }
    // Once the problems are on the screen.
    const frame = requestAnimationFrame(() =>
      ref.current
        ?.querySelector<HTMLElement>('input[aria-invalid="true"]')
        ?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [attempts]);

  return { ref, attempts };
}
