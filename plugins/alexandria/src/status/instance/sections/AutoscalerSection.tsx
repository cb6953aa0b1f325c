import {
  EVENTS_KEPT_MS,
  metricShare,
  type AutoscalerMetric,
  type DeploymentDetails,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../../translations/ref';
import { useNow } from '../../live/useNow';
import { Ago } from '../../parts/Age';
import { AutoscalerRange } from '../../parts/AutoscalerRange';
import { Fact, Facts } from '../../parts/Facts';
import { FactTable } from '../../parts/FactTable';
import styles from './AutoscalerSection.module.css';
import { Subsection } from './Subsection';
import { Conditions } from './Conditions';
import { Omitted } from './Omitted';

const WIDTH = 120;

/** How much of its target a metric has used up; the line is the target. */
function MetricBar({ metric }: { metric: AutoscalerMetric }) {
  const share = metricShare(metric);
  return share === undefined ? null : (
    <svg aria-hidden width={WIDTH} height={12} className={styles.bar}>
      <rect x={0} y={2} width={WIDTH} height={8} rx={2} />
      <rect
        x={0}
        y={2}
        width={(Math.min(share, 1.5) / 1.5) * WIDTH}
        height={8}
        rx={2}
        className={styles.used}
        data-over={share > 1}
      />
      <line x1={WIDTH / 1.5} x2={WIDTH / 1.5} y1={0} y2={12} />
    </svg>
  );
}

/** Where the autoscaler stands, what it looks at, and what it did. */
export function AutoscalerSection({ details }: { details: DeploymentDetails }) {
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { autoscaler, omitted } = details;
  const now = useNow();
  if (!autoscaler) {
    return <p className={styles.none}>{t('status.autoscaler.noneText')}</p>;
  }
  const { metrics, recentScaling, lastScaleTime, conditions } = autoscaler;
  const hasScaled =
    lastScaleTime !== undefined &&
    now - Date.parse(lastScaleTime) < EVENTS_KEPT_MS;
  return (
    <>
      <Facts>
        <Fact label={t('status.fact.replicas')}>
          <AutoscalerRange status={autoscaler} />
        </Fact>
        <Fact label={t('status.autoscaler.lastScale')}>
          {lastScaleTime && (
            <>
              <Ago of={lastScaleTime} />
            </>
          )}
        </Fact>
        <Fact label={t('status.autoscaler.object')}>
          {autoscaler.object.name}
        </Fact>
      </Facts>
      <FactTable
        label={t('status.autoscaler.metrics')}
        columns={[
          t('status.metric.name'),
          t('status.metric.current'),
          t('status.metric.target'),
          t('status.metric.share'),
        ]}
        rows={metrics.map(metric => ({
          id: `${metric.type}/${metric.name}`,
          cells: [
            metric.name,
            metric.current ?? t('status.metric.unknown'),
            metric.target,
            <MetricBar key="bar" metric={metric} />,
          ],
        }))}
      />
      <Conditions conditions={conditions} />
      <Subsection title={t('status.scaling.title')}>
        {recentScaling.length === 0 && (
          <p className={styles.none}>
            {t(hasScaled ? 'status.scaling.notRead' : 'status.scaling.none')}
          </p>
        )}
        <ul className={styles.scaling}>
          {recentScaling.map(({ at, to, reason }) => (
            <li key={`${at}/${to}`}>
              {at !== undefined && (
                <span className={styles.when}>
                  <Ago of={at} />
                </span>
              )}
              <span>
                {t('status.scaling.to', { count: to })}
                {reason !== '' && <>: {reason}</>}
              </span>
            </li>
          ))}
        </ul>
        <Omitted count={omitted.recentScaling} />
      </Subsection>
    </>
  );
}
