import {
  secretTrouble,
  type FleetDeployment,
  type Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

/** What the fleet has of a verdict: a tenth of its size, so that it can be kept of thousands. */
export type VerdictInShort = Omit<
  FleetDeployment,
  'entityRef' | 'title' | 'owner' | 'discovered' | 'cluster' | 'chartVersion'
> & { namespace: string; name: string };

/** The first of each code: they come worst first. */
function findingsOf({ findings }: Verdict): FleetDeployment['findings'] {
  const byCode = new Map<string, FleetDeployment['findings'][number]>();
  for (const { code, severity, title } of findings) {
    if (!byCode.has(code)) {
      byCode.set(code, { code, severity, title });
    }
  }
  return [...byCode.values()];
}

function autoscalerOf({
  autoscaler,
}: Verdict): FleetDeployment['autoscaler'] | undefined {
  if (!autoscaler) {
    return undefined;
  }
  const { min, max, current, desired } = autoscaler;
  return { min, max, current, desired };
}

/**
 * A verdict in short.
 *
 * @param now - milliseconds since the epoch
 */
export function verdictInShort(verdict: Verdict, now: number): VerdictInShort {
  const { deployment, environment, version, replicas, secrets } = verdict;
  const { health, lastKnownHealth, since, stale } = verdict;
  return {
    namespace: deployment.namespace ?? '',
    name: deployment.name,
    environment,
    version,
    health,
    lastKnownHealth,
    since,
    stale,
    // While it is up to date this is another at every look, and nobody could tell an answer from the one before.
    observedAt: stale ? verdict.observedAt : undefined,
    replicas,
    autoscaler: autoscalerOf(verdict),
    secrets: {
      needed: secrets.length,
      troubled: secrets.filter(each => secretTrouble(each, now)).length,
      unknown: secrets.filter(({ presence }) => presence === 'unknown').length,
    },
    findings: findingsOf(verdict),
  };
}
