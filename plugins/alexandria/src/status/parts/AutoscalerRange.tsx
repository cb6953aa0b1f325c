import type { AutoscalerStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alexandriaTranslationRef } from '../../translations/ref';
import styles from './AutoscalerRange.module.css';

const WIDTH = 72;
const EDGE = 5;

/** Between which numbers of replicas the autoscaler may choose, and where it stands. */
export function AutoscalerRange(props: {
  status: AutoscalerStatus;
  /** Without the words, which are read out all the same: what stands beside it says as much. */
  isDrawnOnly?: boolean;
}) {
  const { status, isDrawnOnly = false } = props;
  const { t } = useTranslationRef(alexandriaTranslationRef);
  const { min, max, current, desired } = status;
  const at = (replicas: number) => {
    const share = max > min ? (replicas - min) / (max - min) : 0.5;
    return EDGE + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * EDGE);
  };
  const bounds = { min: String(min), max: String(max) };
  const words = [
    current === undefined
      ? t('status.autoscaler.rangeOnly', bounds)
      : t('status.autoscaler.range', { current: String(current), ...bounds }),
    desired !== undefined && desired !== current
      ? t('status.autoscaler.desired', { desired: String(desired) })
      : '',
  ].join('');
  return (
    <span className={styles.range}>
      <span
        className={styles.scale}
        {...(isDrawnOnly
          ? { role: 'img', 'aria-label': words }
          : { 'aria-hidden': true })}
      >
        <span>{min}</span>
        <svg width={WIDTH} height={12} className={styles.track} aria-hidden>
          <line x1={EDGE} x2={WIDTH - EDGE} y1={6} y2={6} />
          {desired !== undefined && desired !== current && (
            <circle cx={at(desired)} cy={6} r={4} className={styles.desired} />
          )}
          {current !== undefined && (
            <circle cx={at(current)} cy={6} r={4} className={styles.current} />
          )}
        </svg>
        <span>{max}</span>
      </span>
      {!isDrawnOnly && <span>{words}</span>}
    </span>
  );
}
