import type {
  Fleet,
  FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';

type Cell = string | number | boolean | undefined;

/** The columns of the table to export. Their names are the fields of the API, and stay the same in every language. */
const columns: Record<string, (of: FleetDeployment) => Cell> = {
  entityRef: of => of.entityRef,
  title: of => of.title,
  owner: of => of.owner,
  discovered: of => of.discovered,
  environment: of => of.environment,
  cluster: of => of.cluster,
  namespace: of => of.namespace,
  name: of => of.name,
  version: of => of.version,
  chartVersion: of => of.chartVersion,
  health: of => of.health,
  lastKnownHealth: of => of.lastKnownHealth,
  since: of => of.since,
  stale: of => of.stale,
  observedAt: of => of.observedAt,
  replicasWanted: of => of.replicas?.wanted,
  replicasReady: of => of.replicas?.ready,
  replicasAvailable: of => of.replicas?.available,
  autoscalerMin: of => of.autoscaler?.min,
  autoscalerMax: of => of.autoscaler?.max,
  autoscalerCurrent: of => of.autoscaler?.current,
  secretsNeeded: of => of.secrets.needed,
  secretsTroubled: of => of.secrets.troubled,
  secretsUnknown: of => of.secrets.unknown,
  findings: of => of.findings.map(({ code }) => code).join(' '),
  worstFinding: of => of.findings[0]?.title,
};

/** What a spreadsheet takes for the beginning of a formula, in the widths that it knows, or passes over before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell as RFC 4180 has it. Text that a spreadsheet would take for a formula begins with an apostrophe, by which it is told to take it
 * for text: titles and labels are written by many people.
 */
export function csvCell(value: Cell): string {
  if (typeof value !== 'string') {
    return value === undefined ? '' : String(value);
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Deployments as a table, RFC 4180. */
export function fleetCsv(deployments: readonly FleetDeployment[]): string {
  const lines = [
    Object.keys(columns),
    ...deployments.map(of =>
      Object.values(columns).map(column => csvCell(column(of))),
    ),
  ];
  return lines.map(cells => `${cells.join(',')}\r\n`).join('');
}

/** Deployments as the API has them, with how well the clusters were known, lest what is not there be taken for what is not. */
export function fleetJson(
  { clusters, truncated }: Fleet,
  deployments: readonly FleetDeployment[],
): string {
  return `${JSON.stringify({ clusters, deployments, truncated }, null, 2)}\n`;
}
