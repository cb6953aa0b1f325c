import { useEffect, useState } from 'react';

/**
 * A value once it has stopped changing; the first one at once. For what costs more than a keystroke may.
 *
 * @param delay - how long it has to stay the same, in milliseconds
 */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(() => value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
