import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { alexandriaApiRef } from '../../api/alexandriaApiRef';
import type { DeploymentName } from '../words/deploymentKey';
import { useLive, type Watched } from './useLive';

/**
 * All that is known of one Deployment, kept up to date.
 *
 * @param channel - where hints about its instance come
 */
export function useDeploymentDetails(
  entityRef: string,
  deployment: DeploymentName,
  channel: string | undefined,
): Watched<DeploymentDetails> {
  const alexandriaApi = useApi(alexandriaApiRef);
  const { cluster, namespace, name } = deployment;
  const ask = useCallback(
    (signal: AbortSignal) =>
      alexandriaApi.getDeploymentDetails(
        { entityRef, cluster, namespace, name },
        { signal },
      ),
    [alexandriaApi, entityRef, cluster, namespace, name],
  );
  const channelOf = useCallback(() => channel, [channel]);
  return useLive(ask, channelOf);
}
