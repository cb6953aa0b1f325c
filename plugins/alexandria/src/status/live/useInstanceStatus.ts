import type { InstanceStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import { useLive, type Watched } from './useLive';

const channelOf = ({ hints }: InstanceStatus) => hints?.channel;

/** What is known of an instance, kept up to date. */
export function useInstanceStatus(entityRef: string): Watched<InstanceStatus> {
  const alexandriaApi = useApi(alexandriaApiRef);
  const ask = useCallback(
    (signal: AbortSignal) =>
      alexandriaApi.getInstanceStatus({ entityRef }, { signal }),
    [alexandriaApi, entityRef],
  );
  return useLive(ask, channelOf);
}
