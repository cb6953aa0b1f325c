/** In how many clusters an entity runs. */
const ENVIRONMENTS = 4;

/** What is to be in the clusters. */
export interface Size {
  clusters: number;
  instances: number;
}

/** The entity whose instance has a number in a cluster, so that each entity runs in four clusters that are far apart. */
export function entityAt(cluster: number, index: number, size: Size): string {
  const home = cluster % Math.ceil(size.clusters / ENVIRONMENTS);
  return `team-${String(home).padStart(2, '0')}-app-${String(index).padStart(
    4,
    '0',
  )}`;
}
