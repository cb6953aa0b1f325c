import type { ClusterStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { KindState } from '../watch/ClusterWatch';

/** How well a cluster is known, of which kinds are known so well. */
export function clusterStatus(
  cluster: Pick<ClusterStatus, 'name' | 'title'>,
  kinds: readonly KindState[],
): ClusterStatus {
  const troubles = new Map<string, string[]>();
  for (const { type, state } of kinds) {
    if (state.phase === 'failing') {
      const { message } = state.failure;
      troubles.set(message, [...(troubles.get(message) ?? []), type.resource]);
    }
  }
  if (troubles.size > 0) {
    const message = [...troubles]
      .map(([text, resources]) =>
        // All of them are the cluster.
        resources.length === kinds.length
          ? text
          : `${text}: ${resources.join(', ')}`,
      )
      .join('; ');
    return { ...cluster, condition: 'Failing', message };
  }
  return kinds.some(({ state }) => state.phase === 'starting')
    ? {
        ...cluster,
        condition: 'Starting',
        message: 'has not been read whole yet',
      }
    : { ...cluster, condition: 'Current' };
}
