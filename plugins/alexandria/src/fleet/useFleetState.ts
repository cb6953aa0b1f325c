import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FleetState } from './state/FleetState';
import { parseFleetState, printFleetState } from './state/fleetUrl';

/** What is chosen, and the way to choose. Choices replace each other in the history: going back leads out of the page. */
export function useFleetState(): [
  FleetState,
  (change: Partial<FleetState>) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => parseFleetState(params), [params]);
  const change = useCallback(
    (changes: Partial<FleetState>) =>
      setParams(
        before =>
          printFleetState({ ...parseFleetState(before), ...changes }, before),
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return [state, change];
}
