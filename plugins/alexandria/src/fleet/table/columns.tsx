import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { ReactNode } from 'react';
import type { Facet } from '../state/facets';
import { sortColumns, type SortColumn } from '../state/FleetState';
import {
  FindingsCell,
  HealthCell,
  InstanceCell,
  Lines,
  More,
  ReplicasCell,
  SinceCell,
  VersionCell,
} from './cells';

/** What cells are drawn with beside the Deployment. */
export interface Drawing {
  hrefOf: (of: FleetDeployment) => string;
  wordsOf: (facet: Facet, value: string) => string;
}

export interface FleetColumn {
  id: string;
  label:
    | `fleet.column.${'instance' | 'findings' | 'replicas' | 'since'}`
    | `fleet.facet.${
        | 'health'
        | 'environment'
        | 'cluster'
        | 'owner'
        | 'version'}`;
  /** A share of the width that there is, beside the others'. */
  share: number;
  /** In pixels. */
  minWidth: number;
  draw: (of: FleetDeployment, drawing: Drawing) => ReactNode;
}

const wordsFor =
  (facet: 'environment' | 'cluster' | 'owner') =>
  (of: FleetDeployment, { wordsOf }: Drawing) => {
    const value = of[facet];
    return value !== undefined && <Lines>{wordsOf(facet, value)}</Lines>;
  };

const instance: FleetColumn = {
  id: 'instance',
  label: 'fleet.column.instance',
  ...{ share: 2.1, minWidth: 170 },
  draw: (of, { hrefOf }) => <InstanceCell of={of} href={hrefOf(of)} />,
};

const health: FleetColumn = {
  id: 'health',
  label: 'fleet.facet.health',
  ...{ share: 1.7, minWidth: 155 },
  draw: of => <HealthCell of={of} />,
};

const findings: FleetColumn = {
  id: 'findings',
  label: 'fleet.column.findings',
  ...{ share: 3, minWidth: 215 },
  draw: of => <FindingsCell of={of} />,
};

const wide: FleetColumn[] = [
  instance,
  health,
  findings,
  {
    id: 'environment',
    label: 'fleet.facet.environment',
    ...{ share: 1.1, minWidth: 112 },
    draw: wordsFor('environment'),
  },
  {
    id: 'cluster',
    label: 'fleet.facet.cluster',
    ...{ share: 1, minWidth: 85 },
    draw: wordsFor('cluster'),
  },
  {
    id: 'owner',
    label: 'fleet.facet.owner',
    ...{ share: 1.2, minWidth: 106 },
    draw: wordsFor('owner'),
  },
  {
    id: 'version',
    label: 'fleet.facet.version',
    ...{ share: 1.1, minWidth: 95 },
    draw: of => <VersionCell of={of} />,
  },
  {
    id: 'replicas',
    label: 'fleet.column.replicas',
    ...{ share: 1.5, minWidth: 150 },
    draw: of => <ReplicasCell of={of} />,
  },
  {
    id: 'since',
    label: 'fleet.column.since',
    ...{ share: 0.7, minWidth: 75 },
    draw: of => <SinceCell of={of} />,
  },
];

/** Where the Deployment is goes below its health where there is no room for more columns. */
const narrow: FleetColumn[] = [
  { ...instance, share: 1, minWidth: 150 },
  {
    ...health,
    ...{ share: 1, minWidth: 130 },
    draw: (of, { wordsOf }) => (
      <>
        <HealthCell of={of} />
        <More>
          {[of.environment, of.cluster && wordsOf('cluster', of.cluster)]
            .filter(Boolean)
            .join(' · ')}
        </More>
      </>
    ),
  },
  { ...findings, share: 1, minWidth: 180 },
];

export const columnsOf = (isNarrow: boolean): FleetColumn[] =>
  isNarrow ? narrow : wide;

/** What a column sorts by, if it does. */
export const sortOf = (id: string): SortColumn | undefined =>
  sortColumns.find(each => each === id);
