import type { Deployment } from './workloads';

/** A number, or a share of all replicas. */
function resolved(
  amount: number | string | undefined,
  replicas: number,
  round: (value: number) => number,
): number {
  const share = /^(\d+)%$/.exec(String(amount ?? 0));
  return share ? round((Number(share[1]) / 100) * replicas) : Number(amount);
}

/**
 * How many replicas there may be while a rollout goes on, and how many have to serve: a share of more is rounded up, one of
 * fewer down, and where both come to nothing one more may be started, as the Deployment controller does it.
 */
export function rolloutBounds({
  replicas,
  strategy,
}: Pick<Deployment['spec'], 'replicas' | 'strategy'>): {
  most: number;
  least: number;
} {
  if (strategy.type === 'Recreate') {
    return { most: replicas, least: replicas };
  }
  const { maxSurge, maxUnavailable } = strategy.rollingUpdate ?? {};
  const surge = resolved(maxSurge, replicas, Math.ceil);
  const unavailable = resolved(maxUnavailable, replicas, Math.floor);
  return {
    most: replicas + (surge === 0 && unavailable === 0 ? 1 : surge),
    least: replicas - unavailable,
  };
}
