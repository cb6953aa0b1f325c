import type {
  Finding,
  InstanceStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { severitySchema } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import { servingOf, type Serving } from './serving';

/** The one line over an instance: what most needs to be known, of which Deployments, since when. */
export interface Headline {
  serving: Serving;
  /** Those of which it is true. */
  of: DeploymentStatus[];
  /** How many there are in all. */
  total: number;
  /** When the first of them came to be so; RFC 3339. */
  since?: string;
}

const earliest = (times: string[]): string | undefined =>
  times.length === 0
    ? undefined
    : times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));

/** @returns undefined for an instance without Deployments */
export function headlineOf(status: InstanceStatus): Headline | undefined {
  const { deployments } = status;
  if (deployments.length === 0) {
    return undefined;
  }
  // Worst first, so the first says what the line is about; what is down goes before what only has a failure.
  const worst = deployments.filter(({ health }) => health === status.health);
  const servings = worst.map(servingOf);
  const serving =
    (['down', 'unreachable'] as const).find(each => servings.includes(each)) ??
    servings[0];
  const of = worst.filter((_, index) => servings[index] === serving);
  return {
    serving,
    of,
    total: deployments.length,
    since: earliest(of.flatMap(({ since }) => since ?? [])),
  };
}

/** A finding, and the Deployment that it is about. */
export interface PlacedFinding {
  finding: Finding;
  deployment: DeploymentStatus;
}

const rank = ({ severity }: Finding) =>
  severitySchema.options.indexOf(severity);

/** The finding that makes the health of a Deployment what it is: the sentence of the verdict ends with its title. */
const reasonOf = ({ sentence, findings }: DeploymentStatus) =>
  findings.find(({ title }) => sentence.endsWith(`: ${title}`));

/**
 * The finding to act on first: the one that makes the instance what the headline says, or else the most severe, of those that are as
 * severe one of what the headline is about.
 */
export function worstFinding(
  status: InstanceStatus,
): PlacedFinding | undefined {
  const of = headlineOf(status)?.of ?? [];
  const [reason] = of.flatMap(deployment => {
    const finding = reasonOf(deployment);
    return finding ? [{ finding, deployment }] : [];
  });
  if (reason) {
    return reason;
  }
  return [...of, ...status.deployments.filter(each => !of.includes(each))]
    .flatMap(deployment =>
      deployment.findings.map(finding => ({ finding, deployment })),
    )
    .reduce<PlacedFinding | undefined>(
      (worst, each) =>
        worst === undefined || rank(each.finding) < rank(worst.finding)
          ? each
          : worst,
      undefined,
    );
}
