import { numberAt, textAt, type JsonRecord } from '../objects/json';
import { quantity } from '../objects/quantity';
import type { Deployment } from './workloads';

/** What a metric is of: `resource` or `containerResource`. */
export function sourceOf(metric: JsonRecord) {
  const source = metric.containerResource ?? metric.resource;
  return {
    name: textAt(source, 'name') || 'cpu',
    container: textAt(source, 'container'),
  };
}

/** What a metric is to be on average, in per cent of what the pods request. */
export const targetOf = (metric: JsonRecord) =>
  numberAt(
    metric.containerResource ?? metric.resource,
    'target',
    'averageUtilization',
  ) ?? 80;

/** A metric as it is now. @param utilization - in per cent of what the pods request */
export function measured(
  metric: JsonRecord,
  { spec }: Deployment,
  utilization: number,
): JsonRecord {
  const { name, container } = sourceOf(metric);
  const requests = spec.template.spec.containers
    .filter(each => container === '' || each.name === container)
    .reduce((sum, each) => sum + quantity(each.resources?.requests?.[name]), 0);
  const value = (requests * utilization) / 100;
  const current = {
    averageUtilization: Math.round(utilization),
    averageValue:
      name === 'cpu'
        ? `${Math.round(value * 1000)}m`
        : String(Math.round(value)),
  };
  return metric.type === 'ContainerResource'
    ? { type: metric.type, containerResource: { container, name, current } }
    : { type: 'Resource', resource: { name, current } };
}
