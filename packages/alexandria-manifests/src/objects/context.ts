import { Image } from '../values/model/image';
import { Release, Values } from '../values/valuesSchema';
import { CHART } from './chart';
import { Component, Labels, labels } from './labels';
import { Names, namesOf } from './names';

/**
 * Metadata of a {@link KubernetesObject}; `namespace` is absent in the Kustomize base and on cluster-scoped objects.
 *
 * @public
 */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/**
 * A Kubernetes object as it is written: no null, no undefined anywhere.
 *
 * @public
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [key: string]: unknown;
}

/** All that the renderer of an object may read. */
export interface RenderContext {
  values: Values;
  release: Release;
  chart: typeof CHART;
  names: Names;
}

export function createContext(values: Values, release: Release): RenderContext {
  return { values, release, chart: CHART, names: namesOf(values, release) };
}

/** Metadata of a namespaced object; the name is the full name with the suffix. */
export function objectMeta(
  { values, release }: RenderContext,
  name: string,
  options: {
    component?: Component;
    annotations?: Record<string, string>;
  } = {},
): ObjectMeta & { namespace: string; labels: Labels } {
  const { component, annotations = {} } = options;
  return {
    name,
    namespace: release.namespace,
    labels: labels(values, release, component),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}

/** A digest wins over the tag; an empty tag is the chart's appVersion. */
export function imageReference(
  { chart }: RenderContext,
  image: Pick<Image, 'repository' | 'tag' | 'digest'>,
): string {
  return image.digest === ''
    ? `${image.repository}:${image.tag || chart.appVersion}`
    : `${image.repository}@${image.digest}`;
}
