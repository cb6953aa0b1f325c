import {
  metricShare,
  type AutoscalerMetric,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { Json, integerAt, recordsAt, textAt, valueAt } from '../objects/read';

const FIELDS = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
} as const;

type MetricType = keyof typeof FIELDS;

const isMetricType = (type: string): type is MetricType =>
  Object.hasOwn(FIELDS, type);

/** A quantity is text, but a whole number may stand as one. */
const quantityAt = (json: Json, ...path: string[]) =>
  textAt(json, ...path) || integerAt(json, ...path)?.toString();

function amount(json: Json): string | undefined {
  const utilization = integerAt(json, 'averageUtilization');
  if (utilization !== undefined) {
    return `${utilization}%`;
  }
  const average = quantityAt(json, 'averageValue');
  return average === undefined ? quantityAt(json, 'value') : `${average} each`;
}

/** Two metrics are one when they are of one type and name. */
function nameOf(type: MetricType, json: Json): string {
  if (type === 'Resource') {
    return textAt(json, 'name');
  }
  if (type === 'ContainerResource') {
    return `${textAt(json, 'name')} of ${textAt(json, 'container')}`;
  }
  const metric = textAt(json, 'metric', 'name');
  return type === 'Object'
    ? `${metric} of ${textAt(json, 'describedObject', 'kind')} ${textAt(
        json,
        ...['describedObject', 'name'],
      )}`
    : metric;
}

function read(json: Json) {
  const type = textAt(json, 'type');
  if (!isMetricType(type)) {
    return undefined;
  }
  const source = valueAt(json, FIELDS[type]);
  return { type, name: nameOf(type, source), source };
}

/** Every metric of an autoscaler (`autoscaling/v2`), current against target, in the order of its spec. */
export function autoscalerMetrics({
  json,
}: KubernetesObject): AutoscalerMetric[] {
  const current = recordsAt(json, 'status', 'currentMetrics').map(read);
  return recordsAt(json, 'spec', 'metrics')
    .map(read)
    .flatMap(metric => {
      if (metric === undefined) {
        return [];
      }
      const { type, name, source } = metric;
      const now = current.find(
        other => other?.type === type && other.name === name,
      );
      const value = now && amount(valueAt(now.source, 'current'));
      return [
        {
          type,
          name,
          ...(value === undefined ? {} : { current: value }),
          target: amount(valueAt(source, 'target')) ?? 'unknown',
        },
      ];
    });
}

/** For example `cpu of orchestrator 140% (target 80%)`. */
export const metricText = ({ name, current, target }: AutoscalerMetric) =>
  `${name} ${current ?? 'unknown'} (target ${target})`;

/** The controller takes a metric within a tenth of its target for met (`--horizontal-pod-autoscaler-tolerance`). */
const TOLERANCE = 1.1;

/** Whether a metric is above its target; undefined when that cannot be told. */
export function isExceeded(metric: AutoscalerMetric): boolean | undefined {
  const share = metricShare(metric);
  return share === undefined ? undefined : share > TOLERANCE;
}
