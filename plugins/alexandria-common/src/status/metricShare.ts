import type { AutoscalerMetric } from './autoscaler';

/** Factors of the suffixes of a quantity of Kubernetes, and of the percent sign. */
const FACTORS: Record<string, number> = {
  '': 1,
  '%': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

function numberOf(quantity: string): number | undefined {
  const [, digits, suffix] = /^([\d.]+)([A-Za-z%]*)/.exec(quantity) ?? [];
  const factor = Object.hasOwn(FACTORS, suffix ?? '')
    ? FACTORS[suffix]
    : undefined;
  return factor === undefined ? undefined : Number(digits) * factor;
}

/**
 * How much of its target a metric has used, where 1 is all; undefined when one of them is not known as a number.
 *
 * @public
 */
export function metricShare(metric: AutoscalerMetric): number | undefined {
  const { current, target } = metric;
  const used = current === undefined ? undefined : numberOf(current);
  const wanted = numberOf(target);
  const isSame =
    current?.includes('%') === target.includes('%') && wanted !== 0;
  return used === undefined || wanted === undefined || !isSame
    ? undefined
    : used / wanted;
}
