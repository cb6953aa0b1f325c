import type {
  Fleet,
  FleetDeployment,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Watched } from '../status/live/useLive';
import { Caution } from '../status/parts/Caution';
import { ClusterProblems } from '../status/parts/ClusterProblems';
import { Freshness } from '../status/parts/Freshness';
import { alexandriaTranslationRef } from '../translations/ref';
import { ExportMenu } from './exports/ExportMenu';
import { FleetCounts } from './filters/FleetCounts';
import { FleetFilters } from './filters/FleetFilters';
import { FleetNoMatch } from './FleetNotices';
import styles from './FleetView.module.css';
import type { Facet } from './state/facets';
import { isUnfiltered, NOTHING_WANTED } from './state/FleetState';
import { countFacets, selectDeployments } from './state/selectDeployments';
import { sortDeployments } from './state/sortDeployments';
import { FleetTable } from './table/FleetTable';
import { useFleetState } from './useFleetState';
import { useFacetWords } from './words/useFacetWords';

/** All that is known of the fleet, and the means to find one's way in it. */
export function FleetView(props: {
  fleet: Fleet;
  watched: Watched<Fleet>;
  hrefOf: (of: FleetDeployment) => string;
}) {
  const { fleet, watched, hrefOf } = props;
  const { deployments } = fleet;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const [state, change] = useFleetState();
  const { wanted, sort } = state;
  const wordsOf = useFacetWords(fleet);
  const drawing = useMemo(() => ({ hrefOf, wordsOf }), [hrefOf, wordsOf]);
  // What is typed is there at once, however long it takes to find what it is about.
  const asked = useDeferredValue(state);
  const counts = useMemo(
    () => countFacets(deployments, asked),
    [deployments, asked],
  );
  const { column, isDescending } = asked.sort;
  const sorted = useMemo(
    () => sortDeployments(deployments, { column, isDescending }),
    [deployments, column, isDescending],
  );
  const shown = useMemo(
    () => selectDeployments(sorted, asked),
    [sorted, asked],
  );
  const onWant = useCallback(
    (facet: Facet, values: string[]) =>
      change({ wanted: { ...wanted, [facet]: values } }),
    [change, wanted],
  );
  const clear = () => change({ search: '', wanted: NOTHING_WANTED });
  const count = deployments.length;
  const isWhole = isUnfiltered(asked);
  return (
    <>
      <FleetCounts {...{ counts, state, wordsOf, onWant }} />
      <FleetFilters
        {...{ counts, state, wordsOf, onWant }}
        onSearch={value => change({ search: value })}
      />
      <ClusterProblems status={fleet} />
      {fleet.truncated && <Caution>{t('fleet.truncated')}</Caution>}
      <div className={styles.bar}>
        <p role="status" className={styles.count}>
          {isWhole
            ? t('fleet.count.all', { total: count.toLocaleString() })
            : t('fleet.count.some', {
                some: shown.length.toLocaleString(),
                total: count.toLocaleString(),
              })}
        </p>
        {!isWhole && (
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiCloseLine aria-hidden />}
            onPress={clear}
          >
            {t('fleet.filters.clear')}
          </Button>
        )}
        <span className={styles.rest}>
          <Freshness watched={watched} />
          <ExportMenu fleet={fleet} shown={shown} />
        </span>
      </div>
      {shown.length === 0 ? (
        <FleetNoMatch total={count} onClear={clear} />
      ) : (
        <FleetTable
          deployments={shown}
          sort={sort}
          onSort={value => change({ sort: value })}
          drawing={drawing}
        />
      )}
    </>
  );
}
