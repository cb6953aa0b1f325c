import { useLayoutEffect, useRef, type MutableRefObject } from 'react';

/** A box that always holds what was given last. */
export function useLatest<T>(value: T): Readonly<MutableRefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
