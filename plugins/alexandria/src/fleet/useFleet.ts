import type { Fleet } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { alexandriaApiRef } from '../api/alexandriaApiRef';
import { useLive, type Watched } from '../status/live/useLive';
import { shareRows } from './words/shareRows';

/**
 * What is known of all instances, kept up to date by asking from time to time. There is no channel of hints for it: who may see some of
 * the instances is not to be told that something happens to another.
 */
export function useFleet(): Watched<Fleet> {
  const alexandriaApi = useApi(alexandriaApiRef);
  const ask = useMemo(() => {
    let before: Fleet | undefined;
    return async (signal: AbortSignal) => {
      before = shareRows(before, await alexandriaApi.getFleet({ signal }));
      return before;
    };
  }, [alexandriaApi]);
  return useLive(ask);
}
