import {
  healthSchema,
  type Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToggleButton } from '@backstage/ui';
import { useMemo } from 'react';
import { ToggleButtonGroup } from 'react-aria-components';
import { healthIcons } from '../../status/parts/healthIcons';
import mark from '../../status/parts/HealthMark.module.css';
import { alexandriaTranslationRef } from '../../translations/ref';
import type { Facet } from '../state/facets';
import type { FleetState } from '../state/FleetState';
import type { FacetCounts } from '../state/selectDeployments';
import styles from './FleetCounts.module.css';

/** More findings than these are in the filter alone. */
const MOST = 8;

interface Count {
  value: string;
  words: string;
  count: number;
}

/**
 * Counts that are pressed to see what they count, and pressed again to see the rest. They are one stop of the Tab key, and gone through
 * with the arrow keys. Those of Backstage UI are drawn as one control, which does not go on in another line.
 */
function Counts(props: {
  label: string;
  counts: Count[];
  chosen: readonly string[];
  onChoose: (values: string[]) => void;
  iconOf?: (value: string) => JSX.Element | undefined;
}) {
  const { label, counts, chosen, onChoose, iconOf } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={keys => onChoose([...keys].map(String))}
      className={styles.counts}
    >
      {counts.map(({ value, words, count }) => (
        <ToggleButton
          key={value}
          id={value}
          iconStart={iconOf?.(value)}
          className={styles.count}
        >
          {words}{' '}
          <span className={styles.number}>{count.toLocaleString()}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const iconOf = (value: string) => {
  const health = healthSchema.safeParse(value).data;
  const Icon = health && healthIcons[health];
  return (
    Icon && (
      <span className={mark.mark} data-health={health}>
        <Icon aria-hidden size={16} className={mark.icon} />
      </span>
    )
  );
};

const WORST_FIRST: readonly Health[] = [...healthSchema.options].reverse();

/** How many Deployments there are of each health and with each of the findings that are on most of them. */
export function FleetCounts(props: {
  counts: FacetCounts;
  state: FleetState;
  wordsOf: (facet: Facet, value: string) => string;
  onWant: (facet: Facet, values: string[]) => void;
}) {
  const { counts, state, wordsOf, onWant } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const healths = WORST_FIRST.filter(health => counts.health.has(health)).map(
    value => ({ value, words: value, count: counts.health.get(value) ?? 0 }),
  );
  const findings = useMemo(() => {
    const chosen = new Set(state.wanted.finding);
    return [...counts.finding]
      .map(([value, count]) => ({
        ...{ value, count },
        words: wordsOf('finding', value),
      }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .filter(({ value }, index) => index < MOST || chosen.has(value));
  }, [counts, state, wordsOf]);
  return (
    <div className={styles.groups}>
      <Counts
        label={t('fleet.counts.health')}
        counts={healths}
        chosen={state.wanted.health}
        onChoose={values => onWant('health', values)}
        iconOf={iconOf}
      />
      {findings.length > 0 && (
        <Counts
          label={t('fleet.counts.finding')}
          counts={findings}
          chosen={state.wanted.finding}
          onChoose={values => onWant('finding', values)}
        />
      )}
    </div>
  );
}
