import {
  DISCOVERED_TAG,
  type FleetDeployment,
  type Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { VerdictInShort } from './verdictInShort';

/** What names the environment of a Deployment, as the catalog module has it by default. */
const ENVIRONMENT_LABELS = ['environment', 'env'];

const CHART_LABEL = 'helm.sh/chart';

/** A Deployment that is known, and what is said of it. */
export interface KnownDeployment {
  cluster: string;
  labels: Readonly<Record<string, string>>;
  verdict: VerdictInShort;
}

/**
 * The environment of a Deployment: what the repository says, or else a label, or else what its namespace is called after the instance, as
 * the template calls namespaces: `payments-dev`.
 */
function environmentOf(
  { metadata }: Entity,
  { verdict, labels }: KnownDeployment,
): string | undefined {
  const { environment, namespace } = verdict;
  const prefix = `${metadata.name}-`;
  const rest = namespace.startsWith(prefix)
    ? namespace.slice(prefix.length)
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

/** A Deployment of an entity in short. */
export function fleetDeployment(
  entity: Entity,
  known: KnownDeployment,
): FleetDeployment {
  const { cluster, labels, verdict } = known;
  return {
    ...entityPart(entity),
    cluster,
    ...verdict,
    environment: environmentOf(entity, known),
    chartVersion: chartVersionOf(labels[CHART_LABEL]),
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
