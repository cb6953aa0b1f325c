import {
  DISCOVERED_TAG,
  secretTrouble,
  type FleetDeployment,
  type Health,
  type Verdict,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** What names the environment of a Deployment, as the catalog module has it by default. */
const ENVIRONMENT_LABELS = ['environment', 'env'];

const CHART_LABEL = 'helm.sh/chart';

/** A Deployment that is known, and what is said of it. */
export interface KnownDeployment {
  cluster: string;
  labels: Readonly<Record<string, string>>;
  verdict: Verdict;
}

/**
 * The environment of a Deployment: what the repository says, or else a label, or else what its namespace is called after the instance, as
 * the template calls namespaces: `payments-dev`.
 */
function environmentOf(
  { metadata }: Entity,
  { verdict, labels }: KnownDeployment,
): string | undefined {
  const { environment, deployment } = verdict;
  const prefix = `${metadata.name}-`;
  const rest = deployment.namespace?.startsWith(prefix)
    ? deployment.namespace.slice(prefix.length)
    : undefined;
  return (
    environment ??
    [...ENVIRONMENT_LABELS.map(label => labels[label]), rest].find(Boolean)
  );
}

/** `1.2.0` of `alexandria-ee-1.2.0`. A plus sign is an underscore in a label. */
export function chartVersionOf(chart: string | undefined): string | undefined {
  return /-(\d+\.\d+\.\d+.*)$/.exec(chart ?? '')?.[1].replace(/_/g, '+');
}

function ownerOf({ metadata, spec }: Entity): string | undefined {
  const { namespace: defaultNamespace = DEFAULT_NAMESPACE } = metadata;
  try {
    return stringifyEntityRef(
      parseEntityRef(String(spec?.owner ?? ''), {
        defaultKind: 'Group',
        defaultNamespace,
      }),
    );
  } catch {
    return undefined;
  }
}

function entityPart(entity: Entity) {
  const { title, tags = [] } = entity.metadata;
  return {
    entityRef: stringifyEntityRef(entity),
    title,
    owner: ownerOf(entity),
    discovered: tags.includes(DISCOVERED_TAG),
  };
}

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
 * A Deployment of an entity in short.
 *
 * @param now - milliseconds since the epoch
 */
export function fleetDeployment(
  entity: Entity,
  known: KnownDeployment,
  now: number,
): FleetDeployment {
  const { cluster, labels, verdict } = known;
  const { deployment, health, lastKnownHealth, since, stale } = verdict;
  const { secrets, replicas } = verdict;
  return {
    ...entityPart(entity),
    cluster,
    namespace: deployment.namespace ?? '',
    name: deployment.name,
    environment: environmentOf(entity, known),
    version: verdict.version,
    chartVersion: chartVersionOf(labels[CHART_LABEL]),
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

/** An instance of which no Deployment is known. */
export function notDeployed(
  entity: Entity,
  health: Extract<Health, 'Missing' | 'Unknown'>,
): FleetDeployment {
  return {
    ...entityPart(entity),
    health,
    stale: false,
    secrets: { needed: 0, troubled: 0, unknown: 0 },
    findings: [],
  };
}
