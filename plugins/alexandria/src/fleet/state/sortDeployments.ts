import {
  healthSchema,
  type FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Sort, SortColumn } from './FleetState';
import { instanceName, rowKey } from '../words/rowKey';

const collator = new Intl.Collator(undefined, { numeric: true });

const RANKS = new Map<string, number>(
  healthSchema.options.map((health, rank) => [health, rank]),
);

/** What a Deployment is sorted by; undefined where it is not known. */
const keys: Record<
  SortColumn,
  (of: FleetDeployment) => string | number | undefined
> = {
  instance: instanceName,
  health: ({ health }) => RANKS.get(health),
  environment: ({ environment }) => environment,
  cluster: ({ cluster }) => cluster,
  owner: ({ owner }) => owner,
  version: ({ version }) => version,
  // How long it has been so: the newest is the least.
  since: ({ since }) => (since === undefined ? undefined : -Date.parse(since)),
};

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));

/** In the wanted order, and by name where that does not tell. What is not known comes last, whichever way it is sorted. */
export function sortDeployments(
  deployments: readonly FleetDeployment[],
  { column, isDescending }: Sort,
): FleetDeployment[] {
  const keyOf = keys[column];
  const sign = isDescending ? -1 : 1;
  return deployments
    .map(of => ({ of, key: keyOf(of), name: rowKey(of) }))
    .sort((a, b) => {
      const byName = () => collator.compare(a.name, b.name);
      if (a.key === undefined || b.key === undefined) {
        return (
          Number(a.key === undefined) - Number(b.key === undefined) || byName()
        );
      }
      return sign * compare(a.key, b.key) || byName();
    })
    .map(({ of }) => of);
}
