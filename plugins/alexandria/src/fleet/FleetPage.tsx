import type { FleetDeployment } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback, type ReactNode } from 'react';
import legible from '../status/parts/legible.module.css';
import { isPassing, problemOf } from '../status/words/problemOf';
import { FleetEmpty, FleetProblem } from './FleetNotices';
import styles from './FleetPage.module.css';
import { FleetSkeleton } from './FleetSkeleton';
import { FleetView } from './FleetView';
import { useFleet } from './useFleet';
import { fleetHref } from './words/fleetHref';

function Content({ createHref }: { createHref?: string }): ReactNode {
  const watched = useFleet();
  const { answer, error, askNow } = watched;
  const entityRoute = useRouteRef(entityRouteRef);
  const hrefOf = useCallback(
    (of: FleetDeployment) =>
      fleetHref(
        of,
        entityRoute(entityRouteParams(of.entityRef, { encodeParams: true })),
      ),
    [entityRoute],
  );
  const problem = error && problemOf(error);
  if (problem && !(answer && isPassing(problem))) {
    return <FleetProblem problem={problem} askNow={askNow} />;
  }
  if (!answer) {
    return <FleetSkeleton />;
  }
  return answer.deployments.length === 0 ? (
    <FleetEmpty fleet={answer} createHref={createHref} />
  ) : (
    <FleetView fleet={answer} watched={watched} hrefOf={hrefOf} />
  );
}

/**
 * Every instance that somebody may see, on one page.
 *
 * @param props - `createHref` is where one is made, if the portal has the template's form
 */
export function FleetPage({ createHref }: { createHref?: string }) {
  return (
    <div className={`${legible.legible} ${styles.page}`}>
      <Content createHref={createHref} />
    </div>
  );
}
