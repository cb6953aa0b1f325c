import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select, useBreakpoint } from '@backstage/ui';
import { useMemo } from 'react';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { Facet } from '../state/facets';
import type { FleetState } from '../state/FleetState';
import type { FacetCounts } from '../state/selectDeployments';
import styles from './FleetFilters.module.css';

/** Those that are chosen from a list: health has its counts. */
const LISTED: readonly Facet[] = [
  ...(['environment', 'cluster', 'owner', 'version'] as const),
  ...(['finding', 'registration'] as const),
];

const collator = new Intl.Collator(undefined, { numeric: true });

/** A key of a list may not be empty, and a value may be. */
const KEY = 'value:';

function FacetSelect(props: {
  facet: Facet;
  counts: FacetCounts;
  state: FleetState;
  wordsOf: (facet: Facet, value: string) => string;
  onWant: (facet: Facet, values: string[]) => void;
}) {
  const { facet, counts, state, wordsOf, onWant } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const options = useMemo(
    () =>
      [...counts[facet]]
        .map(([value, count]) => ({
          id: `${KEY}${value}`,
          label: `${wordsOf(facet, value)} (${count.toLocaleString()})`,
        }))
        .sort((a, b) => collator.compare(a.label, b.label)),
    [counts, facet, wordsOf],
  );
  return (
    <Select
      className={styles.facet}
      label={t(`fleet.facet.${facet}`)}
      placeholder={t('fleet.filters.any')}
      selectionMode="multiple"
      options={options}
      search={{ placeholder: t('fleet.filters.search') }}
      value={state.wanted[facet].map(value => `${KEY}${value}`)}
      onChange={keys =>
        onWant(
          facet,
          keys.map(key => String(key).slice(KEY.length)),
        )
      }
    />
  );
}

/** Search, and a list of what there is of each facet; these are folded away where there is little room. */
export function FleetFilters(props: {
  counts: FacetCounts;
  state: FleetState;
  wordsOf: (facet: Facet, value: string) => string;
  onWant: (facet: Facet, values: string[]) => void;
  onSearch: (search: string) => void;
}) {
  const { counts, state, wordsOf, onWant, onSearch } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const isNarrow = !useBreakpoint().up('sm');
  const field = (
    <SearchField
      className={styles.search}
      size="small"
      aria-label={t('fleet.search')}
      placeholder={t('fleet.search.placeholder')}
      value={state.search}
      onChange={onSearch}
    />
  );
  const lists = LISTED.map(facet => (
    <FacetSelect key={facet} {...{ facet, counts, state, wordsOf, onWant }} />
  ));
  const chosen = LISTED.filter(facet => state.wanted[facet].length > 0).length;
  return (
    <div
      role="group"
      aria-label={t('fleet.filters')}
      className={isNarrow ? styles.folded : styles.filters}
    >
      {field}
      {isNarrow ? (
        <details>
          <summary className={styles.summary}>
            {chosen === 0
              ? t('fleet.filters')
              : t('fleet.filters.chosen', { chosen: String(chosen) })}
          </summary>
          <div className={styles.lists}>{lists}</div>
        </details>
      ) : (
        lists
      )}
    </div>
  );
}
